"""More people with a result in the session of Louise, without playing their tests."""

from __future__ import annotations

from dataclasses import asdict

from app.certification.candidates.names import match_name
from app.certification.results.outcomes import Comments, encode
from app.certification.tables import Candidate, CertificationResult, CertificationTest
from app.lib.clock import now
from tests.certification.closing.sat import Sat
from tests.certification.conftest import somebody


async def result_of(
    sat: Sat,
    last_name: str,
    first_name: str,
    *,
    status: str = "validated",
    comments: Comments | None = None,
    session: int | None = None,
    **who: object,
) -> int:
    """The number of a candidate without account: she took the same test as Louise, once it is finalised."""
    row = Candidate(
        session=session or sat.hall.session,
        match_name=match_name(first_name, last_name),
        joined_at=now(),
        created_at=now(),
        **{**asdict(somebody(last_name, first_name)), **who},
    )
    candidate = int((await Candidate.insert(row))[0]["id"])
    code = f"P-{candidate:08}"
    test = CertificationTest(candidate=candidate, verification_code=code, started_at=now(), ended_at=now())
    made = (await CertificationTest.insert(test))[0]["id"]
    known = {key: value for key, value in (await sat.result()).items() if key not in ("id", "test", "status")}
    known["comment_keys"] = encode(comments or Comments())
    await CertificationResult.insert(CertificationResult(**known, test=made, status=status))
    return candidate


async def sends_results_to(email: str, candidate: int) -> None:
    await Candidate.update({Candidate.results_email: email}).where(Candidate.id == candidate)
