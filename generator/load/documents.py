"""Parses YAML text to plain data with positions; mistakes are worded for the author."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.load.nodes import Mark, Problem, SpecError, SpecMapping, SpecSequence, Written
from generator.load.schema_errors import NUMBER_LIKE, quote, schema_problems

__all__ = [
    "SCHEMA",
    "Mark",
    "Problem",
    "SpecError",
    "SpecMapping",
    "SpecSequence",
    "load_file",
    "load_folder",
    "load_sources",
]

SCHEMA = Path(__file__).resolve().parents[2] / "spec" / "schema" / "spec.schema.json"

_TAG = "tag:yaml.org,2002:"
_VALUE_TAGS = {_TAG + name for name in ("str", "int", "float", "bool", "null", "timestamp")}

# PyYAML's wording (as problem or context), and ours: message and advice.
_SYNTAX = [
    (
        "'\\t' that cannot start",
        "tabs are not allowed for indentation",
        "Use spaces instead.",
    ),
    (
        "cannot start any token",
        "a text cannot begin with {character} in YAML",
        "Quote the whole text.",
    ),
    (
        "scanning an a",
        "a text cannot begin with {first} in YAML",
        "Quote the whole text.",
    ),
    (
        "scanning a directive",
        "a line cannot begin with % in YAML",
        "Quote the whole text.",
    ),
    (
        "scanning a block scalar",
        "a text cannot begin with {first} in YAML",
        "Quote the whole text.",
    ),
    (
        "entries are not allowed",
        "a list cannot begin here",
        "Begin it in a line of its own, or quote a text that begins with -.",
    ),
    (
        "keys are not allowed",
        "a text cannot begin with ? in YAML",
        "Quote the whole text.",
    ),
    (
        "<document start>",
        "this does not belong to the lines above it",
        "Begin every top-level key at the start of its line.",
    ),
    (
        "found another document",
        "a second document begins",
        "Keep one document in a file: remove ---.",
    ),
    (
        "mapping values are not allowed",
        "a colon is not allowed here",
        "Quote a text that contains a colon, or check the indentation.",
    ),
    (
        "scanning a simple key",
        "line {line} has no colon",
        "Write key: value, and quote a text of several lines.",
    ),
    (
        "scanning a quoted scalar",
        "this quotation mark is never closed",
        "Close it in the same line.",
    ),
    (
        "scanning a double-quoted scalar",
        "a backslash is not allowed here",
        "Write it twice, or put the text in single quotation marks.",
    ),
    (
        "parsing a flow node",
        "a value is missing before this",
        "Add it, and quote codes and texts.",
    ),
    (
        "parsing a flow",
        "a comma or the bracket that closes line {line} is missing",
        "Add it, and quote codes and texts.",
    ),
    (
        "parsing a block",
        "this does not fit the lines from line {line} on",
        "Indent it like them, or quote the whole text.",
    ),
]
_UNKNOWN_SYNTAX = ["YAML cannot read this: {said}", "Look at this line and at the one above it."]


def load_file(path: Path, root: Path, schema: Path = SCHEMA) -> SpecMapping:
    """One spec file, checked against the schema; positions name it relative to the root.

    Raises SpecError, with every problem of the file.
    """
    file = _file_name(path, root)
    try:
        reader = _Reader(_text_of(path, file), file)
        document = reader.read()
        # Parts that were left out of the document would be reported again, as missing.
        found = [] if reader.lossy else schema_problems(document, schema)
        problems = [*reader.problems, *found]
    except RecursionError:
        mark = Mark(file, 1, 1)
        problem = Problem(mark, "", "the file is nested too deeply", "Use fewer levels.")
        raise SpecError([problem]) from None
    if problems:
        raise SpecError(problems)
    return document


def load_folder(folder: Path, root: Path, schema: Path = SCHEMA) -> dict[str, SpecMapping]:
    """All ``*.yaml`` files of a version's folder, by stem, in order of name.

    Raises SpecError, with every problem of every file.
    """
    documents: dict[str, SpecMapping] = {}
    problems: list[Problem] = []
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        mark = Mark(_file_name(folder, root), 1, 1)
        problems.append(
            Problem(
                mark, "", "there is no spec file here", "A version is a folder of *.yaml files."
            )
        )
    for path in sorted(folder.glob("*.yml")):
        mark = Mark(_file_name(path, root), 1, 1)
        problems.append(
            Problem(mark, "", "this file would not be read", f"Name it {path.stem}.yaml.")
        )
    for path in paths:
        try:
            documents[path.stem] = load_file(path, root, schema)
        except SpecError as error:
            problems.extend(error.problems)
    if problems:
        raise SpecError(problems)
    return documents


def load_sources(path: Path, root: Path, schema: Path = SCHEMA) -> SpecMapping:
    """The file that lists the sources.

    Raises SpecError, also if it lists none or has other content.
    """
    document = load_file(path, root, schema)
    problems = [
        Problem(
            document.key_mark(word),
            word,
            f"`{word}` is not allowed in {path.name}",
            "Move it to a version's folder.",
        )
        for word in document
        if word != "sources"
    ]
    if "sources" not in document:
        problems.append(
            Problem(
                document.mark, "", "the key `sources` is missing", "List every source under it."
            )
        )
    if problems:
        raise SpecError(problems)
    return document


# --- From bytes to containers ---


def _file_name(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _text_of(path: Path, file: str) -> str:
    def error(line: int, column: int, message: str, advice: str) -> SpecError:
        return SpecError([Problem(Mark(file, line, column), "", message, advice)])

    try:
        data = path.read_bytes()
    except OSError as reason:
        message = f"the file cannot be read: {reason.strerror}"
        raise error(1, 1, message, "Check that it exists and can be read.") from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as reason:
        before = data[: reason.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"invalid UTF-8 (byte {data[reason.start]:02X})"
        raise error(line, column, message, "Save the file as UTF-8.") from None
    if text.startswith("\ufeff"):
        raise error(1, 1, "the file begins with a byte order mark", "Save it as UTF-8 without BOM.")
    return text


class _Loader(yaml.SafeLoader):
    """PyYAML's loader, which also gives the positions of anchors, aliases and tags."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.refused: list[tuple[yaml.Mark, str, str]] = []

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            self.get_event()  # type: ignore[no-untyped-call]
            self._refuse(event, f"*{event.anchor} is an alias", "Write out the value")
            return ScalarNode(_TAG + "null", "")
        if event.anchor is not None:
            self._refuse(event, f"&{event.anchor} is an anchor", "Remove it")
            event.anchor = None
        if event.tag is not None:
            self._refuse(event, f"{event.tag.replace(_TAG, '!!')} is a tag", "Remove it")
            event.tag = None
        node: Node | None = super().compose_node(parent, index)
        return node

    def _refuse(self, event: Any, message: str, advice: str) -> None:
        advice += "; if you mean a text, quote it."
        self.refused.append((event.start_mark, message, advice))


class _Reader:
    """Builds the containers of one text and collects YAML errors."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self.lossy = False
        self._lines = text.splitlines()
        self._text = text
        self._file = file

    def read(self) -> SpecMapping:
        """The mapping in the text. Raises SpecError if there is none."""
        loader, node = self._compose()
        for mark, message, advice in loader.refused:
            self._problem(self._mark(mark), "", message, advice)
        if self.problems:
            raise SpecError(self.problems)
        start = Mark(self._file, 1, 1)
        if isinstance(node, MappingNode):
            self._constructor = loader
            return self._mapping(node, "")
        if node is None or (node.tag == _TAG + "null" and node.value == ""):
            self._problem(start, "", "the file is empty", "Add content or delete the file.")
        else:
            message, advice = "the file does not begin with a key", "Begin as with `records:`."
            self._problem(start, "", message, advice)
        raise SpecError(self.problems)

    def _compose(self) -> tuple[_Loader, Node | None]:
        try:
            loader = _Loader(self._text)
            return loader, loader.get_single_node()
        except yaml.reader.ReaderError as error:
            before = self._text[: error.position]
            mark = Mark(self._file, before.count("\n") + 1, len(before) - before.rfind("\n"))
            message = (
                f"the character U+{ord(self._text[error.position]):04X} is not allowed in YAML"
            )
            self._problem(mark, "", message, "Remove it.")
        except yaml.MarkedYAMLError as error:
            self._problem(*self._syntax(error))
        raise SpecError(self.problems) from None

    def _mark(self, mark: Any) -> Mark:
        if mark is None:
            return Mark(self._file, 1, 1)
        return Mark(self._file, mark.line + 1, mark.column + 1)

    def _problem(self, mark: Mark, path: str, message: str, advice: str) -> None:
        self.problems.append(Problem(mark, path, message, advice))

    def _mapping(self, node: MappingNode, path: str) -> SpecMapping:
        end = self._mark(node.end_mark) if node.flow_style else None
        mapping = SpecMapping(self._mark(node.start_mark), path, end)
        for key_node, value_node in node.value:
            key = self._key(key_node, path)
            if key is None:
                self.lossy = True
                continue
            mark = self._mark(key_node.start_mark)
            if key in mapping:
                first = mapping.key_mark(key).line
                message = f"the key `{key}` appears twice, first in line {first}"
                self._problem(mark, mapping.path_of(key), message, "Keep one of them.")
                continue
            value, written = self._value(value_node, mapping.path_of(key))
            mapping.put(key, mark, value, written)
        return mapping

    def _sequence(self, node: SequenceNode, path: str) -> SpecSequence:
        sequence = SpecSequence(self._mark(node.start_mark), path)
        for index, item in enumerate(node.value):
            sequence.put(*self._value(item, sequence.path_of(index)))
        return sequence

    def _key(self, node: Node, path: str) -> str | None:
        mark = self._mark(node.start_mark)
        if not isinstance(node, ScalarNode):
            message = "a list or mapping is used as a key"
            self._problem(mark, path, message, "Write key: value, or quote it.")
            return None
        if node.tag == _TAG + "merge":
            self._problem(mark, path, "<< merges another mapping", "Write out its keys.")
            return None
        if node.style is None and (node.tag != _TAG + "str" or NUMBER_LIKE.fullmatch(node.value)):
            message = f"YAML does not read the key `{node.value}` as a text"
            self._problem(mark, path, message, quote(node.value))
        return str(node.value)

    def _value(self, node: Node, path: str) -> tuple[Any, Written]:
        mark = self._mark(node.start_mark)
        if isinstance(node, MappingNode):
            return self._mapping(node, path), Written(mark)
        if isinstance(node, SequenceNode):
            return self._sequence(node, path), Written(mark)
        if getattr(node, "style", None) is not None:
            return node.value, Written(mark)
        return self._plain(node, mark, path), Written(mark, node.value or self._comment(node))

    def _plain(self, node: Node, mark: Mark, path: str) -> Any:
        if node.tag in _VALUE_TAGS:
            try:
                return self._constructor.construct_object(node)
            except ValueError:
                message = f"{node.value} looks like a number or date to YAML, but is not one"
        else:
            message = f"{node.value} has a special meaning in YAML"
        self._problem(mark, path, message, quote(node.value))
        return str(node.value)

    def _comment(self, node: Node) -> str:
        """The first word of a comment that is in place of a value."""
        rest = self._rest(self._mark(node.start_mark)).split()
        return rest[0] if rest and rest[0].startswith("#") else ""

    def _syntax(self, error: yaml.MarkedYAMLError) -> tuple[Mark, str, str, str]:
        where = self._mark(error.problem_mark or error.context_mark)
        opened = self._mark(error.context_mark or error.problem_mark)
        said = f"{error.problem or ''} {error.context or ''}".strip()
        message, advice = next((say for words, *say in _SYNTAX if words in said), _UNKNOWN_SYNTAX)
        above = self._lines[max(opened.line - 2, 0) : where.line]
        if "parsing a flow" in said and any(" #" in line for line in above):
            advice += ' # starts a comment; if you mean it, write "#".'
        character, first = self._rest(where)[:1], self._rest(opened)[:1]
        message = message.format(character=character, first=first, line=opened.line, said=said)
        return opened if "a quoted scalar" in said else where, "", message, advice

    def _rest(self, mark: Mark) -> str:
        """The rest of the line."""
        line = self._lines[mark.line - 1] if mark.line <= len(self._lines) else ""
        return line[mark.column - 1 :]
