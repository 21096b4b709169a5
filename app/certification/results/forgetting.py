"""Words that were written about somebody whose account is erased: what she got stays, what was said of her goes."""

from __future__ import annotations

import msgspec

from app.certification.results.outcomes import comments_of, encode
from app.certification.results.reports import RESOLUTIONS
from app.certification.tables import CertificationResult, IssueReport, LiveAlert


async def forget_words_about(user: int) -> None:
    """While her candidates still say that they are hers. Inside the caller's transaction."""
    rows = await CertificationResult.raw(
        "SELECT r.id, r.comment_keys FROM certification_result r JOIN certification_test t ON t.id = r.test"
        ' JOIN candidate k ON k.id = t.candidate WHERE k."user" = {} ORDER BY r.id',
        user,
    )
    for row in rows:
        known = comments_of(row["comment_keys"])
        if known.candidate or known.centre or known.internal:
            silent = msgspec.structs.replace(known, candidate="", centre="", internal="", signed={})
            await CertificationResult.update({CertificationResult.comment_keys: encode(silent)}).where(
                CertificationResult.id == row["id"]
            )
    alerts = await LiveAlert.raw(
        "SELECT l.id FROM live_alert l JOIN certification_test t ON t.id = l.test"
        ' JOIN candidate k ON k.id = t.candidate WHERE k."user" = {}',
        user,
    )
    if alerts:
        await LiveAlert.update({LiveAlert.word: ""}).where(LiveAlert.id.is_in([row["id"] for row in alerts]))
    reports = await IssueReport.raw(
        "SELECT i.id, i.resolution FROM issue_report i JOIN certification_test t ON t.id = i.test"
        ' JOIN candidate k ON k.id = t.candidate WHERE k."user" = {} ORDER BY i.id',
        user,
    )
    for row in reports:
        by_rules = not row["resolution"] or row["resolution"] in RESOLUTIONS
        kept = row["resolution"] if by_rules else "by_jury"
        await IssueReport.update({IssueReport.text: "", IssueReport.resolution: kept}).where(
            IssueReport.id == row["id"]
        )
