// Notebooks, as the tests of projects write them.

export const cell = (source: string, type = "markdown"): string =>
	`{"cell_type": "${type}", "metadata": {}, "source": ${source}}`;
export const notebook = (cells: readonly string[], metadata = "{}"): string =>
	`{"cells": [${cells.join(", ")}], "metadata": ${metadata}, "nbformat": 4, "nbformat_minor": 5}`;
