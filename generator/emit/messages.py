"""The package of an XML message: its classes, its rules, and the format as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.emit.source import Imports, arguments, call, python
from generator.emit.templates import Templates, docstring
from generator.emit.wording import wrapped
from generator.resolve.model import ClassSpec, ElementSpec, MessageSpec, RuleSpec
from generator.runtime.core.messages.formats import BlockForm, MessageFormat
from generator.runtime.core.messages.kinds import AsItems

NONE = " | None"


@dataclass(frozen=True, slots=True)
class MessageMember:
    """A field with the code emitted for it: the type of its property, the argument type of `build`,
    and the default of that (empty if required)."""

    name: str
    docstring: str
    type: str
    given: str
    default: str


@dataclass(frozen=True, slots=True)
class MessageClass:
    """One class: ``variables`` are names and values, ``rows`` construct its fields."""

    name: str
    docstring: str
    variables: list[tuple[str, str]]
    rows: list[str]
    members: list[MessageMember]

    @property
    def parameters(self) -> list[MessageMember]:
        """The parameters of `build`, required ones first."""
        return sorted(self.members, key=lambda member: bool(member.default))


def message_files(
    message: MessageSpec, templates: Templates, package: str
) -> Iterator[tuple[str, bytes]]:
    """The modules of a message, in the package."""
    templates.register({"docstring": docstring})
    folder = f"{package}/{message.folder}"
    source = f"spec/{message.folder}"
    imports = Imports()
    imports.add("typing", "Self")
    imports.runtime("core.messages.views", "View")
    imports.runtime("core.messages.elements", "element_table")
    yield templates.file(
        f"{folder}/elements.py",
        "package/elements.py.jinja",
        f"{source}/elements.yaml",
        message=message,
        classes=[_class(found, imports) for found in message.classes],
        imports=imports,
    )
    imports = Imports()
    imports.runtime("core.issues", "Rule")
    yield templates.file(
        f"{folder}/rules.py",
        "package/message_rules.py.jinja",
        f"{source}/rules.yaml",
        message=message,
        rules=[_rule(rule, imports) for rule in message.rules],
        imports=imports,
    )
    imports = Imports()
    classes = sorted(found.name for found in message.classes)
    imports.add(".elements", *classes)
    imports.add(".rules", "RULES")
    imports.runtime("core.messages.formats", "MessageFormat")
    form = message_format(message)
    said = [(name, value) for name, value in arguments(form, imports, ("rules",))]
    yield templates.file(
        f"{folder}/__init__.py",
        "package/message.py.jinja",
        f"{source}/message.yaml",
        message=message,
        about=wrapped(f"{message.words['meaning']} Grade {message.grade}."),
        arguments=[*said, ("rules", "RULES")],
        exported=["FORMAT", *classes],
        imports=imports,
    )


def message_format(message: MessageSpec) -> MessageFormat:
    """The message format of the package, without its rules."""
    header = message.header
    assert header is not None
    blocks = []
    for block in message.blocks:
        held = message.class_named(block.holds)
        assert held is not None
        blocks.append(BlockForm(block.element, held.cls))
    words = message.words
    return MessageFormat(
        name=message.name,
        title=message.title,
        root=words["root"],
        namespace=words["namespace"],
        block=words["block"],
        block_name=words["block_name"],
        grade=message.grade,
        header=header.cls,
        blocks=tuple(blocks),
        name_parts=message.file_name.parts,
        name_example=message.file_name.example,
        rules={rule.id: rule for rule in message.rules},
    )


def _class(found: ClassSpec, imports: Imports) -> MessageClass:
    variables = [(name, getattr(found.cls, name)) for name in ("ELEMENT", "ROLE", "TITLE", "GRADE")]
    return MessageClass(
        name=found.name,
        docstring=_docstring(found),
        variables=[(name, python(value, imports)) for name, value in variables],
        rows=[call(field, imports) for field in found.fields],
        members=[_member(field, imports) for field in found.fields],
    )


def _docstring(found: ClassSpec) -> str:
    """The title, and a table of the elements."""
    note = [wrapped(found.note), ""] if found.note else []
    grade = f"Grade {found.cls.GRADE} ({', '.join(found.sources)})."
    about = [wrapped(f"{found.cls.TITLE} ({found.cls.ELEMENT})."), "", wrapped(found.meaning), ""]
    return "\n".join([*about, *note, grade, "", *element_table_of(found.fields)])


def element_table_of(fields: Sequence[ElementSpec]) -> list[str]:
    """A table of fields, kinds and elements."""
    names = max(len(field.name) for field in fields)
    kinds = max(len(field.kind.NAME) for field in fields)
    return [
        f"    {field.name:<{names}}  {field.kind.NAME:<{kinds}}  {field.path}" for field in fields
    ]


def _member(field: ElementSpec, imports: Imports) -> MessageMember:
    kind = field.kind
    if isinstance(kind, AsItems):
        imports.add("collections.abc", "Sequence")
        name = kind.item_name
        said = _said(field)
        return MessageMember(field.name, said, f"tuple[{name}, ...]", f"Sequence[{name}]", "")
    if "datetime" in kind.TYPE:
        imports.add("datetime")
    given, default = kind.TYPE, ""
    if field.default:
        default = python(kind.value(field.default), imports)
        given = given.removesuffix(NONE)
    elif field.optional:
        default = repr(kind.NOTHING)
    else:
        given = given.removesuffix(NONE)
    return MessageMember(field.name, _said(field), kind.TYPE, given, default)


def _said(field: ElementSpec) -> str:
    known = ", ".join(value.value for value in field.values)
    said = f" Known values: {known}." if known else ""
    personal = " Personal data." if field.may_be_personal else ""
    return wrapped(f"{field.meaning}{said}{personal}", 90)


def _rule(rule: RuleSpec, imports: Imports) -> list[str]:
    """The call that constructs a rule: one line for its facts, then one for each of its texts."""
    texts = ("meaning", "why", "do")
    said = [f"{name}={value}" for name, value in arguments(rule, imports, texts)]
    lines = [f"     {name}={python(getattr(rule, name), imports)}," for name in texts]
    return [f"Rule({', '.join(said)},", *lines, "),"]
