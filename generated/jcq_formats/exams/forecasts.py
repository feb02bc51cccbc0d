"""Forecast grades: their roles, and those of their gradesets."""  # Copied from generator/runtime/exams/forecasts.py by `make generate`; edit that, not this.

from __future__ import annotations

FORECAST = "forecast"
FORECAST_OPTION = "forecast.option_code"
FORECAST_GRADES = {
    "forecast.first_grade": "option.first_forecast_gradeset",
    "forecast.second_grade": "option.second_forecast_gradeset",
}
"""The roles of grades in a forecast, with those of their gradesets in an option."""
