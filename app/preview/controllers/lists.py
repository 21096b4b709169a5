"""Lists: the framework with its gaps, one competence, challenges that match, problems, what this branch changes."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.content.authoring.revisions import RevisionUnreadable
from app.lib.refusals import NotFound
from app.preview import history, plan
from app.preview.pages import ROOT, preview_page
from app.preview.rows import Filters, row_of, rows_of
from app.preview.workshop import Workshop
from app.web.forms import parse_form
from app.web.listing import PAGE, SIZE, address, slice_of
from app.web.pages import AnyRequest, redirect

KEYS = {"kind": "genre", "skill": "acquis", "mark": "marque", "status": "statut", "state": "etat", "text": "texte"}
"""Filters in the address."""


class HomeController(Controller):
    @get("/")
    async def show(self, request: AnyRequest) -> Response[Any]:
        """Nothing but the preview is served here."""
        return redirect(request, ROOT)


class ListsController(Controller):
    path = ROOT

    @get()
    async def competences(self, request: AnyRequest, workshop: NamedDependency[Workshop]) -> Response[bytes]:
        """Every competence, and what lacks in each."""
        reading = await workshop.tree.reading()
        areas, misplaced = plan.plan(reading), plan.misplaced(reading)
        return preview_page(request, "competences", reading, areas=areas, misplaced=misplaced)

    @get("/competences/{code:str}")
    async def competence(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], code: FromPath[str]
    ) -> Response[bytes]:
        """One competence: topics, their skills by level, their challenges."""
        reading = await workshop.tree.reading()
        every = [one for area in plan.plan(reading) for one in area.competences]
        found = next((one for one in every if one.code == code), None)
        if found is None:
            raise NotFound
        return preview_page(request, "competence", reading, competence=found)

    @get("/epreuves")
    async def challenges(self, request: AnyRequest, workshop: NamedDependency[Workshop]) -> Response[bytes]:
        """Challenges by kind, skill, mark, status, words."""
        reading = await workshop.tree.reading()
        query = parse_form(request.scope["query_string"])
        filters = Filters(**{name: query.text(key) for name, key in KEYS.items()})
        rows = [row for row in rows_of(reading) if filters.keeps(row)]
        part = slice_of(query, len(rows))
        return preview_page(
            request,
            "challenges",
            reading,
            filters=filters,
            rows=rows[part.offset : part.last],
            part=part,
            environments=sorted({row.environment for row in rows_of(reading) if row.environment}),
            pages=address(f"{ROOT}/epreuves", query, **{PAGE: ""}),
            sizes=address(f"{ROOT}/epreuves", query, **{SIZE: ""}),
        )

    @get("/problemes")
    async def problems(self, request: AnyRequest, workshop: NamedDependency[Workshop]) -> Response[bytes]:
        """Everything that `pix content check` refuses, and its advice."""
        reading = await workshop.tree.reading()
        folder_of = {folder.path.as_posix(): folder.id for folder in reading.folders.values()}
        refused, advised = (
            [(one, folder_of.get(one.path.rpartition("/")[0], "")) for one in found]
            for found in (reading.problems, reading.notes)
        )
        return preview_page(request, "problems", reading, refused=refused, advised=advised)

    @get("/changements")
    async def changes(self, request: AnyRequest, workshop: NamedDependency[Workshop]) -> Response[bytes]:
        """What this branch changes, to review one after the other."""
        reading = await workshop.tree.reading()
        context: dict[str, Any] = {"branch": None, "why": "", "changed": [], "gone": [], "revision": workshop.revision}
        try:
            branch = await asyncio.to_thread(history.branch_since, reading.root, workshop.revision)
        except RevisionUnreadable as unreadable:
            context["why"] = str(unreadable)
            return preview_page(request, "changes", reading, **context)
        folders = branch.folders()
        context |= {
            "branch": branch,
            "changed": [(row_of(reading, one), folders[one.path]) for one in reading.of_folders(folders)],
            "gone": [path.as_posix() for path, change in folders.items() if change == "deleted"],
        }
        return preview_page(request, "changes", reading, **context)
