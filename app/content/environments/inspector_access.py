"""What a screen reader and a keyboard find of an element: its role, its name, whether it can be reached. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.environments.inspector_page import Element, above

_ROLES = {
    "a": "lien",
    "button": "bouton",
    "img": "image",
    "ul": "liste",
    "ol": "liste",
    "li": "élément de liste",
    "nav": "navigation",
    "main": "contenu principal",
    "p": "paragraphe",
    "textarea": "champ",
    "select": "liste de choix",
    "label": "étiquette",
}
_INPUTS = {"checkbox": "case à cocher", "radio": "bouton radio", "submit": "bouton", "button": "bouton"}
_GIVEN = {"button": "bouton", "link": "lien", "img": "image", "heading": "titre", "navigation": "navigation"}


def role(element: Element) -> str:
    """In words; empty for what is only a box."""
    given = element.attributes.get("role", "")
    if given:
        return _GIVEN.get(given, "" if given in ("presentation", "none") else given)
    if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return f"titre de niveau {element.tag[1]}"
    if element.tag == "input":
        return _INPUTS.get(element.attributes.get("type", "text"), "champ")
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
