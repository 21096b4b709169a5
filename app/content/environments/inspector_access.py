"""What a screen reader and a keyboard find of an element: its role, its name, whether it can be reached. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.environments.inspector_page import Element, above
from app.lib.msgids import N_

_ROLES = {
    "a": N_("lien"),
    "button": N_("bouton"),
    "img": N_("image"),
    "ul": N_("liste"),
    "ol": N_("liste"),
    "li": N_("élément de liste"),
    "nav": N_("navigation"),
    "main": N_("contenu principal"),
    "p": N_("paragraphe"),
    "textarea": N_("champ"),
    "select": N_("liste de choix"),
    "label": N_("étiquette"),
    "h1": N_("titre de niveau 1"),
    "h2": N_("titre de niveau 2"),
    "h3": N_("titre de niveau 3"),
    "h4": N_("titre de niveau 4"),
    "h5": N_("titre de niveau 5"),
    "h6": N_("titre de niveau 6"),
}
_INPUTS = {"checkbox": N_("case à cocher"), "radio": N_("bouton radio"), "submit": N_("bouton"), "button": N_("bouton")}
_GIVEN = {
    "button": N_("bouton"),
    "link": N_("lien"),
    "img": N_("image"),
    "heading": N_("titre sans niveau"),
    "navigation": N_("navigation"),
}


def role(element: Element) -> str:
    """In French words, for the component to translate; empty for what is only a box."""
    given = element.attributes.get("role", "")
    if given:
        return _GIVEN.get(given, "" if given in ("presentation", "none") else given)
    if element.tag == "input":
        return _INPUTS.get(element.attributes.get("type", "text"), N_("champ"))
    if element.tag == "a" and "href" not in element.attributes:
        return ""
    return _ROLES.get(element.tag, "")


def name(page: Mapping[str, Element], element: Element) -> str:
    """What is said of it: its label, its alternative or its text."""
    if given := element.attributes.get("aria-label", "").strip():
        return given
    if element.tag == "img":
        return element.attributes.get("alt", "").strip()
    if element.tag in ("input", "textarea", "select"):
        if element.attributes.get("type") in ("submit", "button"):
            return element.attributes.get("value", "")
        return _label(page, element)
    return whole_text(page, element)


def whole_text(page: Mapping[str, Element], element: Element) -> str:
    """The text of an element and of all that is in it, alternatives of images included."""
    alt = element.attributes.get("alt", "") if element.tag == "img" else ""
    inside = (whole_text(page, page[one]) for one in element.children)
    return " ".join(part for part in (element.text, alt, *inside) if part)


def reached(element: Element) -> bool:
    """Whether the Tab key comes to it."""
    index = element.attributes.get("tabindex", "")
    if index.lstrip("-").isdecimal():
        return not index.startswith("-")
    if element.tag == "a":
        return "href" in element.attributes
    return element.tag in ("button", "input", "select", "textarea") and "disabled" not in element.attributes


def told(element: Element) -> bool:
    """Whether it is something that one reaches or that is announced with a name of its own."""
    kinds = ("a", "button", "img", "input", "select", "textarea", "h1", "h2", "h3", "h4", "h5", "h6", "nav")
    return element.tag in kinds or "onclick" in element.attributes or "role" in element.attributes


def _label(page: Mapping[str, Element], element: Element) -> str:
    for one in above(dict(page), element.id)[1:]:
        if one.tag == "label":
            return one.text
    mine = element.attributes.get("id", "")
    labels = [one for one in page.values() if one.tag == "label" and mine and one.attributes.get("for") == mine]
    return " ".join(whole_text(page, one) for one in labels)
