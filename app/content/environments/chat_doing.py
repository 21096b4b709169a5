"""What one does in a messaging application: write, answer, take back, report, arrange a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.content.environments.chat_parts import NOTIFY, UNTIL, WRITERS, ChatState, Room, Said
from app.content.environments.chat_screen import chat_screen
from app.content.environments.social_parts import REASONS
from app.content.environments.world import Action, toggled, with_one, without_one
from app.lib.text_matching import fold

if TYPE_CHECKING:
    from app.content.environments.chat import Chat

MOST_SAID = 12


def write(world: Chat, state: ChatState, room: Room, action: Action) -> ChatState:
    """The field under the conversation: a message, a document, an answer."""
    text, file = action.get("text", "").strip(), action.get("file", "")
    if action.get("do") != "send" or not world.may_write(state, room) or len(state.said) >= MOST_SAID:
        return state
    file = file if any(one.id == file for one in world.files) else ""
    if not text and not file:
        return replace(state, refused=True)
    answers = state.picked if state.doing == "answer" else ""
    return _said(state, room, Said(id="", room=room.id, text=text, file=file, answers=answers))


def on_message(world: Chat, state: ChatState, room: Room, action: Action) -> ChatState:
    """A button of the message that was picked."""
    name, do = state.picked, action.get("do", "")
    mine = next((one for one in state.said if one.id == name), None)
    found = world.message(name)
    own = bool(mine) or (found is not None and found[1].author == world.me)
    match do:
        case "like":
            return replace(state, marks=toggled(state.marks, f"{name}.liked"))
        case "pin" if room.admin or room.kind != "channel":
            return replace(state, marks=toggled(state.marks, f"{name}.pinned"))
        case "hide":
            return _put_down(replace(state, marks=with_one(state.marks, f"{name}.hidden")))
        case "delete" if own or room.admin:
            return _put_down(_without(state, name))
        case "answer" | "forward":
            return replace(state, doing=do, refused=False)
        case "edit" if own:
            return replace(state, doing=do, refused=False)
        case "report" if not own:
            return _report(state, name, action) if state.doing == "report" else replace(state, doing="report")
        case "back":
            return _put_down(state)
        case "save" if state.doing == "edit":
            return _save(state, name, action.get("text", "").strip())
        case "forward_to" if state.doing == "forward":
            return _forward(world, state, name, action.get("target", ""))
    return state


def on_room(world: Chat, state: ChatState, room: Room, action: Action) -> ChatState:
    """The page of a room: its notifications, its members and, for who administers it, its rules."""
    do, values = action.get("do"), state.values
    if do == "notify" and action.get("notify") in NOTIFY and action.get("until") in UNTIL:
        chosen = {f"{room.id}.notify": action["notify"], f"{room.id}.until": action["until"]}
        return replace(state, values={**values, **chosen})
    if do == "leave" and room.kind != "direct" and world.me in world.members(state, room):
        return replace(state, at="rooms", on="", marks=toggled(state.marks, f"{room.id}.{world.me}"))
    if not room.admin:
        return on_person(world, state, action)
    if do == "rules" and action.get("writers") in WRITERS:
        return replace(state, values={**values, f"{room.id}.writers": action["writers"]})
    if do == "approval" or (do == "revoke" and room.link):
        return replace(state, marks=toggled(state.marks, f"{room.id}.{'approval' if do == 'approval' else 'revoked'}"))
    people, members = {one.id for one in world.people} - {world.me}, world.members(state, room)
    name = action.get("add", "") or action.get("remove", "")
    if name in people and (name in members) == (not action.get("add", "")):
        return replace(state, marks=toggled(state.marks, f"{room.id}.{name}"))
    return on_person(world, state, action)


def on_person(world: Chat, state: ChatState, action: Action) -> ChatState:
    """Somebody of the directory or of a room: block, report, trust the code she shows."""
    people = {one.id for one in world.people} - {world.me}
    if state.doing == "report" and state.picked in people:
        if action.get("do") == "back":
            return _put_down(state)
        return _report(state, state.picked, action) if action.get("do") == "report" else state
    for verb in ("block", "report", "verify", "distrust"):
        if (name := action.get(verb, "")) in people:
            person = world.person(name)
            if verb == "block":
                return replace(state, marks=toggled(state.marks, f"{name}.blocked"))
            if verb == "report":
                return replace(state, picked=name, doing="report", refused=False)
            if person and person.code:
                trust = "verified" if verb == "verify" else "refused"
                return replace(state, values={**state.values, f"{name}.trust": trust})
    return state


def _said(state: ChatState, room: Room, said: Said) -> ChatState:
    got = next((one.id for one in room.answers if all(fold(word) in fold(said.text) for word in one.has)), "")
    said = replace(said, id=f"s{state.count + 1}", got=got)
    return _put_down(replace(state, said=(*state.said, said), count=state.count + 1))


def _put_down(state: ChatState) -> ChatState:
    return replace(state, picked="", doing="", refused=False)


def _without(state: ChatState, name: str) -> ChatState:
    if any(one.id == name for one in state.said):
        marks = without_one(without_one(state.marks, f"{name}.liked"), f"{name}.pinned")
        return replace(state, said=tuple(one for one in state.said if one.id != name), marks=marks)
    return replace(state, marks=with_one(state.marks, f"{name}.deleted"))


def _save(state: ChatState, name: str, text: str) -> ChatState:
    if not text:
        return replace(state, refused=True)
    said = tuple(replace(one, text=text) if one.id == name else one for one in state.said)
    values = state.values if said != state.said else {**state.values, f"{name}.text": text}
    return _put_down(replace(state, said=said, values=values))


def _forward(world: Chat, state: ChatState, name: str, target: str) -> ChatState:
    room = world.room(state, target)
    if room is None or not world.may_write(state, room) or len(state.said) >= MOST_SAID:
        return state
    text = next((line.text for line in chat_screen(world, state).lines if line.id == name), "")
    return _said(state, room, Said(id="", room=room.id, text=text, forwards=name))


def _report(state: ChatState, name: str, action: Action) -> ChatState:
    if action.get("reason") not in REASONS:
        return replace(state, refused=True)
    return _put_down(replace(state, values={**state.values, f"{name}.reported": action["reason"]}))
