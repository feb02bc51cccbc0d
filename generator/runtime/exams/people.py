"""Invented people: animals, with the marks that real names have."""

from __future__ import annotations

SURNAMES = (
    "AARDVARK", "ADDER", "BADGER", "BEAVER", "BITTERN", "BUNTING", "CHIFFCHAFF", "COOT",
    "CROW-COOT", "CURLEW", "DE LA MARE", "DORMOUSE", "DUNNOCK", "EIDER", "FIELDFARE", "FOX",
    "GANNET", "GOOSANDER", "HARE", "HEDGEHOG", "HERON", "JACKDAW", "KESTREL", "LAPWING",
    "LINNET", "MACMOUSE", "MARTEN", "MOLE", "NEWT", "NUTHATCH", "O'BADGER", "O'TTER", "OUZEL",
    "PIPIT", "PLOVER", "POLECAT", "REDSHANK", "ROOK", "SHREW", "SISKIN", "SKYLARK", "ST. SWAN",
    "STARLING", "STOAT", "TEAL-WIGEON", "TERN", "THRUSH", "TOAD", "TREECREEPER", "TURNSTONE",
    "VOLE", "WARBLER", "WAXWING", "WEASEL", "WHIMBREL", "WREN", "YELLOWHAMMER",
)  # fmt: skip

FORENAMES = (
    "ADA", "ALBA", "ALED", "AMIR", "ANNE-MARIE", "ANWEN", "ARLO", "AYA", "BEN", "BRAN", "CARYS",
    "CLEO", "D'ARCY", "DEWI", "EDEN", "EFA", "ELI", "ELOISE", "ESA", "FERN", "FINN", "GWEN",
    "HANA", "HAZEL", "IDRIS", "INA", "IVO", "IVY", "JAY", "JUNO", "KIT", "LARK", "LEE", "LENI",
    "LINUS", "MABLI", "MAY", "MILO", "MO", "NIA", "NOOR", "OSIAN", "OTIS", "PIP", "QUINN",
    "RAE", "REN", "ROBIN", "ROWAN", "SAGE", "SORREL", "TAL", "TEGAN", "UNA", "VIV", "WILF",
    "YUSUF", "ZIA",
)  # fmt: skip
