"""What the account forms send: typed values, or messages by field. Passwords are never shown again."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from app.accounts.identity import MAX_EMAIL, clean_name, is_email, is_name
from app.accounts.needs import Needs, needs_from
from app.accounts.passwords import Fault, canonical_password, password_faults
from app.accounts.refusals import AddressTaken
from app.lib.msgids import N_
from app.web.forms import Errors, Form, parse_form
from app.web.languages import LANGUAGES
from app.web.local_paths import safe_local_path
from app.web.messages import Message

_MISSING: dict[Fault, str] = {
    "short": N_("au moins 8 caractères"),
    "upper": N_("une majuscule"),
    "lower": N_("une minuscule"),
    "digit": N_("un chiffre"),
}


@dataclass(frozen=True)
class SignUpForm:
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    password: str = field(default="", repr=False)
    terms: bool = False
    suite: str | None = None
    errors: Errors = field(default_factory=Errors)

    @property
    def address_taken(self) -> bool:
        """Signing in is offered beside this mistake."""
        error = self.errors.get("email")
        return error is not None and error.text == AddressTaken.message


@dataclass(frozen=True)
class SignInForm:
    login: str = ""
    password: str = field(default="", repr=False)
    suite: str | None = None
    errors: Errors = field(default_factory=Errors)


@dataclass(frozen=True)
class AddressForm:
    """Asking for another e-mail address, or (forgotten password) naming one's own."""

    email: str = ""
    password: str = field(default="", repr=False)
    errors: Errors = field(default_factory=Errors)


@dataclass(frozen=True)
class CodeForm:
    code: str = ""
    errors: Errors = field(default_factory=Errors)


@dataclass(frozen=True)
class PasswordForm:
    """Choosing a password, `current` being asked when one is signed in."""

    current: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    errors: Errors = field(default_factory=Errors)


@dataclass(frozen=True)
class ErasureForm:
    password: str = field(default="", repr=False)
    sure: bool = False
    errors: Errors = field(default_factory=Errors)


def read_sign_up(form: Form) -> SignUpForm:
    errors = Errors()
    first_name = _name(form, "first_name", N_("Indiquez votre prénom"), errors)
    last_name = _name(form, "last_name", N_("Indiquez votre nom"), errors)
    email = _email(form, errors)
    password = _new_password(form, errors)
    terms = form.flag("terms")
    if not terms:
        errors.add("terms", N_("Il faut accepter les conditions d'utilisation"))
    return SignUpForm(first_name, last_name, email, password, terms, read_suite(form), errors)


def read_sign_in(form: Form) -> SignInForm:
    errors = Errors()
    login, password = form.text("login")[:300], _password(form, "password")
    if not login:
        errors.add("login", N_("Indiquez votre adresse e-mail ou votre identifiant"))
    if not password:
        errors.add("password", N_("Indiquez votre mot de passe"))
    return SignInForm(login, password, read_suite(form), errors)


def read_forgotten(form: Form) -> AddressForm:
    errors = Errors()
    return AddressForm(email=_email(form, errors), errors=errors)


def read_new_address(form: Form) -> AddressForm:
    errors = Errors()
    return AddressForm(_email(form, errors), _own_password(form, errors), errors)


def read_code(form: Form) -> CodeForm:
    errors = Errors()
    code = "".join(form.text("code").split())[:20]
    if not (len(code) == 6 and code.isascii() and code.isdigit()):
        errors.add("code", N_("Le code a six chiffres"))
    return CodeForm(code, errors)


def read_reset(form: Form) -> PasswordForm:
    errors = Errors()
    return PasswordForm(password=_new_password(form, errors), errors=errors)


def read_password_change(form: Form) -> PasswordForm:
    errors = Errors()
    current = _own_password(form, errors, "current_password")
    return PasswordForm(current, _new_password(form, errors), errors)


def read_erasure(form: Form) -> ErasureForm:
    errors = Errors()
    password = _own_password(form, errors)
    if not form.flag("sure"):
        errors.add("sure", N_("Cochez la case pour confirmer"))
    return ErasureForm(password, form.flag("sure"), errors)


def read_language(form: Form) -> str | None:
    language = form.text("language")
    return language if language in LANGUAGES else None


def read_needs(form: Form) -> Needs:
    """Boxes and a choice: whatever is sent can be kept, what is unknown asks for nothing."""
    return needs_from(form.all("marks"), form.text("extra_time"))


def read_suite(form: Form) -> str | None:
    """Where to go afterwards, if it is a page of ours."""
    return safe_local_path(form.text("suite"))


def read_address_known(query: bytes) -> str:
    """The address that a link to these forms knows already (`?adresse=`): whoever was invited need not type it."""
    return parse_form(query).text("adresse")[:MAX_EMAIL]


def carries_an_answer(path: str | None) -> bool:
    """Whether a page to return to holds an answer: the session ended while someone was answering."""
    query = urlsplit(path or "").query
    return any(name == "answer" or name.startswith("answer.") for name, _ in parse_qsl(query, keep_blank_values=True))


def _name(form: Form, name: str, missing: str, errors: Errors) -> str:
    value = clean_name(form.text(name))
    if not is_name(value):
        errors.add(name, missing if len(value) <= 255 else N_("255 caractères au plus"))
    return value


def _email(form: Form, errors: Errors) -> str:
    email = form.text("email")
    if not email:
        errors.add("email", N_("Indiquez votre adresse e-mail"))
    elif not is_email(email):
        errors.add("email", N_("Cette adresse n'est pas complète. Exemple : nom@domaine.fr"))
    return email


def _own_password(form: Form, errors: Errors, name: str = "password") -> str:
    password = _password(form, name)
    if not password:
        errors.add(name, N_("Indiquez votre mot de passe"))
    return password


def _new_password(form: Form, errors: Errors) -> str:
    password = _password(form, "password")
    faults = password_faults(password)
    if "long" in faults:
        errors.add("password", N_("Le mot de passe est trop long : 128 caractères au plus"))
    elif faults:
        missing = [Message(_MISSING[fault]) for fault in faults]
        errors.add("password", Message(N_("Le mot de passe doit contenir %(what)s"), what=_together(missing)))
    return password


def _together(parts: list[Message]) -> Message:
    """« a », « a et b », « a, b et c » in the reader's language."""
    together, *rest = parts
    for part in rest[:-1]:
        together = Message(N_("%(start)s, %(next)s"), start=together, next=part)
    return Message(N_("%(start)s et %(last)s"), start=together, last=rest[-1]) if rest else together


def _password(form: Form, name: str) -> str:
    """As typed: spaces are part of a password. Cut well above the limit, so that nothing huge is hashed."""
    values = form.raw.get(name)
    return canonical_password(values[0][:1000]) if values else ""
