"""The kinds of challenge. To add one: a file here, a component in `components/kinds`, a sample in `tests/world`."""

from app.content.kinds.date import DateChallenge
from app.content.kinds.dropdowns import DropdownsChallenge
from app.content.kinds.environment import EnvironmentChallenge
from app.content.kinds.fields import FieldsChallenge
from app.content.kinds.fields_any_order import FieldsAnyOrderChallenge
from app.content.kinds.long_text import LongTextChallenge
from app.content.kinds.matching import MatchingChallenge
from app.content.kinds.multiple_choice import MultipleChoice
from app.content.kinds.number import NumberChallenge
from app.content.kinds.ordering import OrderingChallenge
from app.content.kinds.single_choice import SingleChoice
from app.content.kinds.text import TextChallenge

AnyChallenge = (
    SingleChoice
    | MultipleChoice
    | TextChallenge
    | NumberChallenge
    | DateChallenge
    | LongTextChallenge
    | FieldsChallenge
    | FieldsAnyOrderChallenge
    | DropdownsChallenge
    | OrderingChallenge
    | MatchingChallenge
    | EnvironmentChallenge
)

KINDS = {str(kind.__struct_config__.tag): kind for kind in AnyChallenge.__args__}
"""Struct by the name written in `kind:`."""
