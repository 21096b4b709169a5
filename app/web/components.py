"""The components: one Jinja environment per language, compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from app.lib.typography import french_spaces
from app.settings import settings
from app.web.accessibility_audit import audit
from app.web.formats import FILTERS
from app.web.languages import DEFAULT, LANGUAGES, NAMES, context_translator, plural_translator, translator, wording
from app.web.messages import Message
from app.web.static import static

COMPONENTS = Path(__file__).resolve().parents[2] / "components"

_CODE_TAGS = "code|pre|kbd|samp|script|style|textarea"
_CODE_OPENING = re.compile(rf"<({_CODE_TAGS})\b[^<>]*>(?!.*</\1)", re.DOTALL)
_TAG_OPENING = re.compile(r"<(?=[a-zA-Z/!])[^<>]*\Z")


class FrenchTypography(Extension):
    """Puts the French spaces in the text of the templates when they are compiled: no cost at a request."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Text tokens pass through the typesetter, which remembers open tags from one to the next."""
        typesetter = _Typesetter()
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", typesetter.set(token.value))
            else:
                yield token


class _Typesetter:
    """Text cut into pieces by ``{{ }}`` and ``{% %}``: a piece may end inside a tag or inside ``<code>``."""

    def __init__(self) -> None:
        self.in_tag = False
        self.code = ""

    def set(self, text: str) -> str:
        done, rest = self._verbatim_start(text)
        rest, verbatim_end = self._verbatim_end(rest)
        return done + french_spaces(rest) + verbatim_end

    def _verbatim_start(self, text: str) -> tuple[str, str]:
        end = 0
        if self.in_tag:
            end = text.find(">") + 1
            if end == 0:
                return text, ""
            self.in_tag = False
        if self.code:
            closing = text.find("</" + self.code, end)
            if closing < 0:
                return text, ""
            self.code, end = "", closing
        return text[:end], text[end:]

    def _verbatim_end(self, text: str) -> tuple[str, str]:
        if code := _CODE_OPENING.search(text):
            self.code = code[1]
            return text[: code.start()], text[code.start() :]
        if tag := _TAG_OPENING.search(text):
            self.in_tag = True
            return text[: tag.start()], text[tag.start() :]
        return text, ""


class Compiler(CodeGenerator):
    """Writes `_("…")` and `static("…")` as what they give, once: the language of an environment does not change."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call whose result is known already is a constant."""
        known = self._known(node)
        if known is None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self.write(f"Markup({str(known)!r})")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        known = self._known(node)
        return str(known) if known is not None else super()._output_child_to_const(node, frame, finalize)

    def _known(self, node: nodes.Expr) -> str | None:
        match node:
            case nodes.Call(
                node=nodes.Name(name="_" | "static" as name),
                args=[nodes.Const(value=str(words))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                if name == "static":
                    return static(words)
                # As gettext does in a template: "%%" is a percent sign, and the words are safe.
                return translator(cast(Components, self.environment).language)(words) % {}
        return None


class Components(Environment):
    """Jinja's environment, with less to do at each rendering."""

    code_generator_class = Compiler
    language = DEFAULT

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """A compiled template; without Jinja's look at what may have changed, unless it is to be looked at."""
        if self.auto_reload or globals is not None or isinstance(name, Template):
            return super().get_template(name, parent, globals)
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The same for every template, in one dictionary: Jinja's chain of two costs at each import of a macro."""
        return {**self.globals, **(d or {})}


@cache
def environment(language: str) -> Components:
    """The components in one language."""
    extensions: list[str | type[Extension]] = ["jinja2.ext.i18n"]
    if language == DEFAULT:
        extensions.append(FrenchTypography)
    env = Components(
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=settings().environment == "development",
        cache_size=-1,
        extensions=extensions,
        finalize=_finalizer(language),
    )
    env.language = language
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translator(language), plural_translator(language), newstyle=True, pgettext=context_translator(language)
    )
    env.globals.update(
        static=static,
        language=language,
        language_names=NAMES,
        tongue=_tongue(language),
        accessibility_level=audit().level,
    )
    env.filters.update({name: filter_(language) for name, filter_ in FILTERS.items()})
    env.filters.update(french_spaces=french_spaces, wording=wording(language))
    return env


def _tongue(page: str) -> Callable[[str], str]:
    """The content may be in another language than the page: its elements say so (`<p{{ tongue(skill.language) }}>`)."""
    attributes = {language: "" if language == page else Markup(f' lang="{language}"') for language in LANGUAGES}
    return attributes.__getitem__


def component(language: str, name: str) -> Template:
    """A compiled template: ``component("fr", "evaluation/challenge.html")``."""
    return environment(language).get_template(name)


def load_components() -> None:
    """Compile everything before the first request; a template that does not compile stops the start."""
    for language in LANGUAGES:
        env = environment(language)
        for name in env.list_templates(extensions=["html", "txt", "svg"]):
            env.get_template(name)


def _finalizer(language: str) -> Any:
    def finalize(value: Any) -> Any:
        return value.in_language(language) if type(value) is Message else value

    return finalize
