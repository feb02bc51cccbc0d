"""Parses bytes to nodes with expat: every event gives its position, so that every element has one.

Document type declarations, entities, excessive depth and excessive size are refused.
"""  # Copied from generator/runtime/core/messages/parsing.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat
from xml.parsers.expat import errors

from ..errors import FormatError
from .nodes import Node, encoding_of

MOST_BYTES = 1 << 28
"""The most bytes of a message: 256 MiB. One for 500 candidates has about two million."""

MOST_IN_ITEM = 1 << 24
"""The most bytes of one repeated element, of the header or of a comment: 16 MiB."""

MOST_DEPTH = 32
"""The deepest nesting of elements. A message has six levels."""

HEAD = 4
"""The number of bytes that show how a document is encoded."""

SEPARATOR = " "
"""The separator between namespace and name in expat."""


class NodeParser:
    """Builds nodes from bytes that are fed to it.

    With ``items_at``, elements at that depth (the root is at 0) are not kept in the tree: each is
    passed to ``on_item`` with its ancestors as soon as its end is known. Below the root, an element
    for which ``is_whole`` is true is an item itself.
    """

    def __init__(
        self,
        *,
        items_at: int = -1,
        on_item: Callable[[Node, tuple[Node, ...]], None] | None = None,
        is_whole: Callable[[str], bool] | None = None,
    ) -> None:
        self.root: Node | None = None
        self.namespace = ""
        self.encoding = ""
        self.fed = 0
        self._at = 0
        self._items_at = self._usual = items_at
        self._on_item = on_item
        self._is_whole = is_whole
        self._head = b""
        self._open: list[Node] = []
        self._begun: Node | None = None
        self._ended: Node | None = None
        self._declared: str | None = None
        self._names: dict[str, str] = {}
        self._parser = parser = expat.ParserCreate(None, SEPARATOR)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.EntityDeclHandler = _refuse_entity
        for name in ("CharacterData", "Comment", "ProcessingInstruction", "StartCdataSection"):
            setattr(parser, f"{name}Handler", self._other)
        parser.EndCdataSectionHandler = self._other
        parser.DefaultHandler = self._other

    @property
    def waiting_from(self) -> int:
        """The offset from which bytes are still needed."""
        if self._items_at < 0:
            return 0
        if len(self._open) > self._items_at:
            return self._open[self._items_at].start
        if self._ended is not None and len(self._open) == self._items_at:
            return self._ended.start
        return self._at

    def feed(self, data: bytes, *, is_last: bool = False) -> None:
        """Parses the next bytes. Raises FormatError for refused content, and ExpatError."""
        if self.fed < HEAD:
            self._head += data[:HEAD]
        self.fed += len(data)
        if self.fed > MOST_BYTES:
            raise FormatError(f"the message has more than {MOST_BYTES:,} bytes")
        try:
            self._parser.Parse(data, is_last)
        except expat.ExpatError as error:
            at = self._parser.ErrorByteIndex - (self.fed - len(data))
            if error.code == INVALID_TOKEN and at >= 0 and _is_no_utf_8(data[at : at + HEAD]):
                error.code = OTHER_LETTER
            if error.code == OTHER_ENCODING and self._head.startswith(UTF_16_HEADS):
                error.code = SAVED_AS_UTF_16
            raise
        except FormatError:
            raise
        except (LookupError, ValueError):
            raise FormatError(
                "the first line states an encoding that cannot be read: ask for the file in UTF-8"
            ) from None
        if is_last:
            self._settle(self.fed)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self._declared = encoding
        self._other()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parser = self._parser
        at = parser.CurrentByteIndex
        self._settle(at)
        depth = len(self._open)
        if depth >= MOST_DEPTH:
            raise FormatError(f"more than {MOST_DEPTH} elements are nested")
        if self.root is None:
            self.namespace = name.rpartition(SEPARATOR)[0]
            self.encoding = encoding_of(self._head, self._declared)
        if name not in self._names:
            self._names[name] = self._named(name)
        name = self._names[name]
        node = Node(name, at, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if depth == 1 and self._is_whole is not None:
            self._items_at = 1 if self._is_whole(name) else self._usual
        if self.root is None:
            self.root = node
        elif depth != self._items_at:
            self._open[-1].children.append(node)
        self._open.append(node)
        self._begun = node

    def _named(self, name: str) -> str:
        """The name without its namespace, if that is the namespace of the root element."""
        namespace, _, local = name.rpartition(SEPARATOR)
        return local if namespace == self.namespace else f"{{{namespace}}}{local}"

    def _end(self, name: str) -> None:
        at = self._parser.CurrentByteIndex
        self._settle(at)
        node = self._open.pop()
        node.inner_end = at
        self._ended = node

    def _other(self, *_: object) -> None:
        self._settle(self._parser.CurrentByteIndex)

    def _settle(self, at: int) -> None:
        """Ends the previous tag where the next event begins."""
        refuse_large(at - self._at)
        self._at = at
        if self._begun is not None:
            self._begun.inner_start = at
            self._begun = None
        elif self._ended is not None:
            node, self._ended = self._ended, None
            node.end = at
            if self._on_item is not None and len(self._open) == self._items_at:
                self._on_item(node, tuple(self._open))


def refuse_large(size: int) -> None:
    """Raises FormatError for more bytes than are kept of a message that is read in pieces."""
    if size > MOST_IN_ITEM:
        what = "an element or comment of the message has"
        raise FormatError(f"{what} more than {MOST_IN_ITEM:,} bytes")


def _is_no_utf_8(data: bytes) -> bool:
    """Whether the bytes do not begin with valid UTF-8, not even with a letter that is cut off."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start == 0 and error.end < len(data)
    return False


def _refuse_doctype(*_: object) -> None:
    raise FormatError("the file has a document type declaration (DOCTYPE), which is refused")


def _refuse_entity(*_: object) -> None:
    raise FormatError("the file declares an entity, which is refused")


UTF_16_HEADS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How XML in UTF-16 begins, with and without a byte order mark."""

INVALID_TOKEN = errors.codes[errors.XML_ERROR_INVALID_TOKEN]
OTHER_ENCODING = errors.codes[errors.XML_ERROR_INCORRECT_ENCODING]

OTHER_LETTER, SAVED_AS_UTF_16 = -1, -2
"""Errors that expat does not tell apart."""

OTHER_CHARACTER = "this character is not allowed here (& is written &amp; and < is written &lt;)"
UNDECLARED = "the first line (<?xml ...?>) is not that of an XML file"
CUT_OFF = "the file is cut off or empty"
PLAIN = {
    errors.XML_ERROR_NO_ELEMENTS: CUT_OFF,
    errors.XML_ERROR_UNCLOSED_TOKEN: CUT_OFF,
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: CUT_OFF,
    errors.XML_ERROR_PARTIAL_CHAR: CUT_OFF,
    errors.XML_ERROR_TAG_MISMATCH: "this end tag is not that of the element that is open",
    errors.XML_ERROR_INVALID_TOKEN: OTHER_CHARACTER,
    errors.XML_ERROR_UNDEFINED_ENTITY: OTHER_CHARACTER,
    errors.XML_ERROR_BAD_CHAR_REF: "this number (&#...;) stands for no character of XML",
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "this tag has the same attribute twice",
    errors.XML_ERROR_UNBOUND_PREFIX: "this name has an undeclared prefix (before the colon)",
    errors.XML_ERROR_MISPLACED_XML_PI: (
        "there is something before <?xml ...?>, which must be the beginning of the file"
    ),
    errors.XML_ERROR_XML_DECL: UNDECLARED,
    errors.XML_ERROR_TEXT_DECL: UNDECLARED,
    errors.XML_ERROR_INCORRECT_ENCODING: (
        "the file is not in the encoding that its first line states"
    ),
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "there is text after the end of the message",
}
"""Plain wording for expat's errors."""

OWN = {
    OTHER_LETTER: (
        "this letter is not in the encoding that the first line states, or in UTF-8 if it states"
        " none"
    ),
    SAVED_AS_UTF_16: (
        "the file is in UTF-16, but its first line states another encoding: save it as UTF-8 in a"
        " text editor, or download it again"
    ),
}

OTHER_MISTAKE = "here is a mistake that stops every program that reads XML"


def at_fault(error: expat.ExpatError) -> tuple[int, int, str]:
    """Line and column (from 1) of an XML error, and its description."""
    what = OWN.get(error.code) or PLAIN.get(expat.ErrorString(error.code), OTHER_MISTAKE)
    return error.lineno, error.offset + 1, what
