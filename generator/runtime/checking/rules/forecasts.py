"""Compares forecast grades with their options."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.needs import needs
from ...core.registry import rule
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER
from ...exams.forecasts import FORECAST, FORECAST_GRADES, FORECAST_OPTION
from ...exams.results import OPTION
from ..file_rules import ABOUT_FILES
from .gradesets import gradeset_faults
from .outcomes import Awarded, Outcomes

needs(
    "forecast grades against entries and options",
    (FORECAST,),
    dict.fromkeys((CENTRE_NUMBER, CANDIDATE_NUMBER, FORECAST_OPTION, *FORECAST_GRADES), ()),
)
needs("forecast grades against gradesets", (OPTION,), dict.fromkeys(FORECAST_GRADES.values(), ()))


@rule("cross.option-unknown", "cross.not-entered", about=ABOUT_FILES)
class Forecasts(Outcomes):
    """Rules about forecast grades."""

    ROLE = FORECAST
    CODES = (FORECAST_OPTION,)


@rule("cross.forecast-grade", about=FORECAST)
def forecast_grade(forecast: Awarded) -> Iterator[Fault]:
    """A forecast grade must be in the option's forecast gradeset, if that is established."""
    if forecast.option is not None:
        for role, gradeset in FORECAST_GRADES.items():
            yield from gradeset_faults(
                forecast.record, role, forecast.option, gradeset, "cross.forecast-grade"
            )
