# Generated from spec/ by `make generate`; edit that, not this.
"""Each record in any version: a union of classes, for annotations and `isinstance`."""

from __future__ import annotations

from typing import TypeAlias

from . import v11, v12, v13, v14

Amendment: TypeAlias = v14.Amendment

CentreHeader: TypeAlias = v14.CentreHeader | v13.CentreHeader | v12.CentreHeader | v11.CentreHeader

CentreTrailer: TypeAlias = (
    v14.CentreTrailer | v13.CentreTrailer | v12.CentreTrailer | v11.CentreTrailer
)

Component: TypeAlias = v14.Component | v13.Component | v12.Component | v11.Component

DisallowedCombination: TypeAlias = (
    v14.DisallowedCombination
    | v13.DisallowedCombination
    | v12.DisallowedCombination
    | v11.DisallowedCombination
)

Entry: TypeAlias = v14.Entry

FileHeader: TypeAlias = v14.FileHeader | v13.FileHeader | v12.FileHeader | v11.FileHeader

FileTrailer: TypeAlias = v14.FileTrailer | v13.FileTrailer | v12.FileTrailer | v11.FileTrailer

Forecast: TypeAlias = v14.Forecast

Link: TypeAlias = v14.Link | v13.Link | v12.Link | v11.Link

Option: TypeAlias = v14.Option | v13.Option | v12.Option | v11.Option

Result: TypeAlias = v14.Result

Syllabus: TypeAlias = v14.Syllabus | v13.Syllabus | v12.Syllabus | v11.Syllabus
