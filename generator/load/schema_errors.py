"""Words the errors of the spec language's JSON Schema for the author of the spec."""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators
from jsonschema.exceptions import best_match

from generator.load.nodes import TO_ADD_ONE, Mark, Problem, SpecMapping, SpecSequence
from generator.load.wording import said, shown, ticked
from generator.runtime.core.listing import listed

NUMBER_LIKE = re.compile(r"[-+]?[0-9][0-9_]*([eE][-+]?[0-9]+)?|0o[0-7]+")
"""Texts that other YAML readers take for numbers, or would with other digits in them."""

_WANTED = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping of keys",
}

Container = SpecMapping | SpecSequence


def schema_problems(document: SpecMapping, schema: Path) -> list[Problem]:
    """All problems that the schema finds in a document, and misleading numbers."""
    found = _Wording(document, _validator(schema)).problems()
    # The branches of a schema may find the same: the last one is the most specific.
    problems = list({(p.mark, p.path, p.message): p for p in found}.values())
    return [*problems, *_odd_numbers(document, {problem.path for problem in problems})]


def quote(text: str) -> str:
    """The advice to write a text in quotation marks."""
    return f"Write {json.dumps(text, ensure_ascii=False)}."


def _odd_numbers(node: Container, known: set[str]) -> Iterator[Problem]:
    """Numbers that YAML reads differently from people: 010 is 8, 1:30 is 90."""
    for key, value in _items(node):
        if isinstance(value, SpecMapping | SpecSequence):
            yield from _odd_numbers(value, known)
            continue
        text, path = _plain(node, key), _path_of(node, key)
        if type(value) is int and text is not None and text != str(value) and path not in known:
            message = f"{text} is read by YAML as {said(value)}"
            advice = "Write the number in plain digits, without leading zeros."
            yield Problem(_mark_of(node, key), path, message, advice)


@functools.cache
def _validator(schema: Path) -> Draft202012Validator:
    # A whole number must be written as one: JSON Schema accepts 3.0 too.
    whole = Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    )
    validator: Any = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"x-code": _number_like}, type_checker=whole
    )
    checked: Draft202012Validator = validator(json.loads(schema.read_text(encoding="utf-8")))
    return checked


def _number_like(_: Any, wanted: bool, instance: Any, schema: Any) -> Iterator[ValidationError]:
    # The wording of the error depends on whether it was quoted.
    if wanted and isinstance(instance, str) and NUMBER_LIKE.fullmatch(instance):
        yield ValidationError("like a number")


@dataclass(frozen=True, slots=True)
class _Place:
    """The node of an error; ``plain`` as in SpecMapping.plain."""

    mark: Mark
    path: str
    plain: str | None


@dataclass(frozen=True, slots=True)
class _Error:
    """An error of jsonschema, typed: ``limit`` is what the schema requires."""

    rule: str
    limit: Any
    value: Any
    schema: dict[str, Any]
    path: list[str | int]
    schema_path: list[str | int]
    raw: ValidationError

    @classmethod
    def of(cls, error: ValidationError) -> _Error:
        any_error: Any = error
        return cls(
            rule=str(error.validator),
            limit=any_error.validator_value,
            value=any_error.instance,
            schema=any_error.schema,
            path=list(error.absolute_path),
            schema_path=list(error.absolute_schema_path),
            raw=error,
        )


class _Wording:
    """Words the errors of JSON Schema for the author of the spec."""

    def __init__(self, document: SpecMapping, validator: Draft202012Validator) -> None:
        self._document = document
        self._validator = validator
        self._schema: Any = validator.schema
        self._suggested: set[tuple[str, str]] = set()
        self._said: set[str] = set()
        self._kinds_of_item = _kinds_of_item(validator.schema)

    def problems(self) -> list[Problem]:
        errors = [_Error.of(error) for error in self._validator.iter_errors(self._document)]
        # Unknown keys first: a misspelt key must not be reported as missing as well.
        errors.sort(key=lambda error: error.rule != "additionalProperties")
        return [problem for error in errors for problem in self._words(error)]

    def _words(self, error: _Error) -> Iterator[Problem]:
        say = getattr(self, "_" + str(error.rule).lower().replace("-", "_"), self._other)
        return iter(say(error))

    def _additionalproperties(self, error: _Error) -> Iterator[Problem]:
        known = list(error.schema["properties"])
        free = [word for word in known if word not in error.value]
        several = [word for word in self._kinds_of_item if word in error.value]
        if len(several) > 1 and several[0] in known:
            self._said.add(error.value.path)
            place = _Place(error.value.mark, error.value.path, None)
            message = f"{listed(ticked(several))} cannot be used together"
            yield self._problem(place, message, "Write a mapping for each.")
            return
        for word in error.value:
            if word in known:
                continue
            meant = difflib.get_close_matches(word, free, 1)
            self._suggested.update((error.value.path, like) for like in meant)
            advice = (
                f"Did you mean `{meant[0]}`?"
                if meant
                else f"The keys here are {listed(ticked(known))}. {TO_ADD_ONE}"
            )
            place = _Place(error.value.key_mark(word), error.value.path_of(word), None)
            self._said.add(error.value.path)
            yield self._problem(place, f"unknown key `{word}`", advice)

    def _required(self, error: _Error) -> Iterator[Problem]:
        for word in error.limit:
            if word not in error.value and (error.value.path, word) not in self._suggested:
                message = f"the key `{word}` is missing"
                yield self._problem(self._place(error), message, self._advice(error, word))

    def _anyof(self, error: _Error) -> Iterator[Problem]:
        if not all(set(branch) == {"required"} for branch in error.limit):
            yield from self._nearest(error)
            return
        if not isinstance(error.value, SpecMapping):
            return  # the wrong type is reported
        if error.value.path in self._said:
            return  # its keys are reported
        words = [word for branch in error.limit for word in branch["required"]]
        present = [word for word in words if word in error.value]
        if present:
            message = f"{listed(ticked(present))} cannot be used together"
            yield self._problem(self._place(error), message, "Keep one of them.")
        elif not any((error.value.path, word) in self._suggested for word in words):
            message = f"one of the keys {listed(ticked(words), 'or')} is missing"
            yield self._problem(self._place(error), message, "Add it.")

    _oneof = _anyof

    def _nearest(self, error: _Error) -> Iterator[Problem]:
        nearest = best_match([error.raw])
        if nearest is None or nearest is error.raw:
            return self._other(error)
        return self._words(_Error.of(nearest))

    def _type(self, error: _Error) -> Iterator[Problem]:
        place, wanted, value = self._place(error), error.limit, error.value
        if value is None and place.plain in ("", None):
            yield self._problem(place, "there is no value here", self._advice(error))
        elif (wanted == "string" and not isinstance(value, dict | list)) or _is_comment(
            place, value
        ):
            yield self._unquoted(place, value)
        elif wanted == "array" and isinstance(value, str):
            yield self._problem(place, "must be a list, not a text", f"Write [{shown(value)}].")
        elif wanted == "integer" and isinstance(value, str) and value.isdecimal():
            message = f"must be a whole number, but {place.plain or shown(value)} is a text"
            yield self._problem(place, message, f"Write {int(value)}.")
        else:
            message = f"must be {_WANTED.get(wanted, wanted)}, not {said(value)}"
            advice = self._advice(error)
            if wanted == "object" and "e.g." not in advice:
                advice = "Write its keys below it."
            yield self._problem(place, message, advice)

    def _unquoted(self, place: _Place, value: Any) -> Problem:
        text = place.plain or ""
        if _is_comment(place, value):
            return self._problem(place, "# starts a comment, so nothing is left", quote(text))
        return self._problem(place, f"{text} is read by YAML as {said(value)}", quote(text))

    def _x_code(self, error: _Error) -> Iterator[Problem]:
        place = self._place(error)
        if place.plain is not None:
            chance = "is read as a text only by chance: YAML reads most digits as numbers"
            yield self._problem(place, f"{place.plain} {chance}", quote(place.plain))

    def _enum(self, error: _Error) -> Iterator[Problem]:
        place, value = self._place(error), error.value
        if value is None and place.plain in ("", None):
            yield self._problem(place, "there is no value here", self._advice(error))
            return
        text = value if isinstance(value, str) else ""
        meant = difflib.get_close_matches(text, error.limit, 1)
        advice = f"Did you mean `{meant[0]}`?" if meant else self._advice(error)
        message = f"{place.plain or said(value)} is none of {listed(error.limit, 'and')}"
        yield self._problem(place, message, advice)

    def _const(self, error: _Error) -> Iterator[Problem]:
        is_choice = "then" in error.schema_path
        instead = "neither a list nor" if is_choice else "not"
        wanted = f"the text {error.limit}" if is_choice else shown(error.limit)
        message = f"{shown(error.value)} is {instead} {wanted}"
        yield self._problem(self._place(error), message, self._advice(error))

    def _pattern(self, error: _Error) -> Iterator[Problem]:
        wanted = error.schema.get("patternErrorMessage", error.limit)
        place = self._place(error)
        # A code without quotes is reported once, not again for its form.
        if not (error.schema.get("x-code") and place.plain and NUMBER_LIKE.fullmatch(place.plain)):
            yield self._problem(place, f"{shown(error.value)} is not {wanted}", self._advice(error))

    def _minimum(self, error: _Error) -> Iterator[Problem]:
        yield self._problem(
            self._place(error),
            f"{error.value} is too small",
            f"At least {error.limit}.",
        )

    def _maximum(self, error: _Error) -> Iterator[Problem]:
        yield self._problem(
            self._place(error),
            f"{error.value} is too large",
            f"At most {error.limit}.",
        )

    def _minlength(self, error: _Error) -> Iterator[Problem]:
        yield self._problem(self._place(error), "the text is empty", self._advice(error))

    def _maxlength(self, error: _Error) -> Iterator[Problem]:
        message = f"{shown(error.value)} is longer than {error.limit}"
        yield self._problem(self._place(error), message, self._advice(error))

    def _minitems(self, error: _Error) -> Iterator[Problem]:
        least = error.limit
        message = (
            "the list is empty" if not error.value else f"the list has fewer than {least} items"
        )
        yield self._problem(self._place(error), message, self._advice(error))

    def _maxitems(self, error: _Error) -> Iterator[Problem]:
        message = f"the list has more than {error.limit} items"
        yield self._problem(self._place(error), message, self._advice(error))

    def _minproperties(self, error: _Error) -> Iterator[Problem]:
        yield self._problem(self._place(error), "there is no key here", self._advice(error))

    def _uniqueitems(self, error: _Error) -> Iterator[Problem]:
        items = error.value
        for index, item in enumerate(items):
            if item in items[:index]:
                place = _Place(items.mark_of(index), items.path_of(index), None)
                yield self._problem(
                    place, f"{shown(item)} appears twice in the list", "Keep one of them."
                )

    def _not(self, error: _Error) -> Iterator[Problem]:
        word = str(error.path[-1]) if error.path else "this"
        yield self._problem(
            self._place(error), f"`{word}` is not allowed here", self._advice(error)
        )

    def _other(self, error: _Error) -> Iterator[Problem]:
        yield self._problem(
            self._place(error), f"does not fit: {error.raw.message}", self._advice(error)
        )

    def _problem(self, place: _Place, message: str, advice: str) -> Problem:
        return Problem(place.mark, place.path, message, advice)

    def _place(self, error: _Error) -> _Place:
        node: Container = self._document
        place = _Place(node.mark, node.path, None)
        for key in error.path:
            place = _Place(_mark_of(node, key), _path_of(node, key), _plain(node, key))
            node = node[key]  # type: ignore[index]
        if "propertyNames" in error.schema_path and isinstance(node, SpecMapping):
            return _Place(node.key_mark(error.value), node.path_of(error.value), None)
        return place

    def _advice(self, error: _Error, word: str = "") -> str:
        """The description in the schema of the node, or of one of its keys, as a sentence."""
        steps = self._steps(self._schema, list(error.schema_path)) or []
        schemas = [schema for _, schema in steps]
        description = self._of_word(schemas, word) if word else _last_description(steps)
        return description + ("" if description.endswith(".") else ".")

    def _steps(self, schema: Any, path: Sequence[str | int]) -> list[tuple[str | int, Any]] | None:
        """The schemas along the path to an error, with the step to each; the path has no
        references."""
        if not path:
            return []
        for step, follow in self._ways(schema, path[0]):
            behind = self._steps(follow, path if step == "$ref" else path[1:])
            if behind is not None:
                return [(step, follow), *behind]
        return None

    def _ways(self, schema: Any, step: str | int) -> Iterator[tuple[str | int, Any]]:
        if isinstance(schema, list) or (isinstance(schema, dict) and step in schema):
            yield step, schema[step]  # type: ignore[index]
        if isinstance(schema, dict) and "$ref" in schema:
            yield "$ref", self._referred(schema)

    def _referred(self, schema: dict[str, Any]) -> Any:
        *_, name = schema["$ref"].split("/")
        return self._schema["$defs"][name]

    def _of_word(self, schemas: list[Any], word: str) -> str:
        """The description of the key in the nearest schema that has it."""
        for schema in reversed(schemas):
            at = schema
            while isinstance(at, dict):
                known = at.get("properties", {}).get(word)
                if known is not None:
                    return str(known.get("description") or self._referred(known).get("description"))
                at = self._referred(at) if "$ref" in at else None
        return f"Add {word}"


def _kinds_of_item(schema: Any) -> list[str]:
    """The keys of which a change has one: `record`, `code_list` ..."""
    kinds = schema.get("$defs", {}).get("one_of_them", {}).get("oneOf", ())
    return [word for kind in kinds for word in kind["required"]]


def _is_comment(place: _Place, value: Any) -> bool:
    return value is None and (place.plain or "").startswith("#")


def _last_description(steps: list[tuple[str | int, Any]]) -> str:
    """The innermost description of the node: that of a reference is more general than that of its
    key."""
    description, fresh = "See spec/README.md", True
    for index, (step, schema) in enumerate(steps):
        entered = step == "items" or (index > 0 and steps[index - 1][0] == "properties")
        fresh = fresh or entered or (isinstance(schema, dict) and "not" in schema)
        said = schema.get("description") if isinstance(schema, dict) else None
        if fresh and isinstance(said, str):
            description, fresh = said, False
    return description


def _items(node: Container) -> Iterable[tuple[str | int, Any]]:
    return node.items() if isinstance(node, SpecMapping) else enumerate(node)


def _mark_of(node: Container, key: str | int) -> Mark:
    return node.mark_of(key)  # type: ignore[arg-type]


def _path_of(node: Container, key: str | int) -> str:
    return node.path_of(key)  # type: ignore[arg-type]


def _plain(node: Container, key: str | int) -> str | None:
    return node.plain(key)  # type: ignore[arg-type]
