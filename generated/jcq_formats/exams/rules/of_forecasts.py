# Copied from generator/runtime/exams/rules/of_forecasts.py by `make generate`; edit that, not this.
"""Forecast grades against the options that they are for."""

from __future__ import annotations

from collections.abc import Iterator

from .of_results import Awarded, not_in_gradeset
from .registry import Remark, rule

FORECASTS = {
    "forecast.first_grade": "option.first_forecast_gradeset",
    "forecast.second_grade": "option.second_forecast_gradeset",
}


@rule("cross.forecast-grade")
def forecast_grade(forecast: Awarded) -> Iterator[Remark]:
    """A forecast grade is in the option's forecast gradeset, where that is established."""
    if forecast.option is not None:
        for role, gradeset_role in FORECASTS.items():
            yield from not_in_gradeset(forecast.record, role, forecast.option, gradeset_role)


RULES_OF_FORECASTS = (forecast_grade,)
