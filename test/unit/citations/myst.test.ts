// Citations in MyST: roles, and Pandoc's own. `|` is the cursor.
import { checkInsertions, checkKeys, checkPlaces } from "./check";

suite("citations found in MyST", () => {
	checkKeys("myst", [
		["{cite}`a`", "a"],
		["{cite:p}`a,b` {cite:t}`c`", "a b c"],
		["{cite:p}`{see}a{p. 3}, b {ch. 2}`", "a b"],
		["{footcite:p}`a`", "a"],
		["{cite:p}`a,\nb`", "a b"],
		["[@a; see @b] and {cite}`c`", "a b c"],
		["``{cite}`a` ``", ""],
		["`{cite}`a", ""],
		["```{note}\n{cite}`a`\n```", "a"],
		["```{code-cell} python\n@jax.jit\n```\n{cite}`a`", "a"],
		["````{note}\n```{code-block} py\n{cite}`a`\n```\n{cite}`b`\n````\n{cite}`c`", "b c"],
		["{ref}`a` {cite}`b`", "b"],
		["---\njupytext:\n  format_name: myst\n---\n[@a]", "a"],
	]);
});

suite("a citation put into MyST", () => {
	checkInsertions("myst", [
		["|", "{cite:p}`new`"],
		["as shown|.", "as shown {cite:p}`new`."],
		["as sh|own.", "as shown {cite:p}`new`."],
		["as shown.|", "as shown.{cite:p}`new`"],
		["(|)", "({cite:p}`new`)"],
		["{cite:p}`a|`", "{cite:p}`a,new`"],
		["{cite:p}`|a`", "{cite:p}`new,a`"],
		["|{cite:p}`a`", "{cite:p}`new,a`"],
		["{cite:p}`a`|", "{cite:p}`a,new`"],
		["{ci|te:p}`a`", "{cite:p}`a,new`"],
		["{cite}`a,b|`", "{cite}`a,b,new`"],
		["{cite}`a, b|`", "{cite}`a, b, new`"],
		["{cite}`a|, b`", "{cite}`a, new, b`"],
		["{cite}`a,| b`", "{cite}`a, new, b`"],
		["{cite}`{see}a{p. 3}|,b`", "{cite}`{see}a{p. 3},new,b`"],
		["{cite}`{s|ee}a{p. 3},b`", "{cite}`{see}a{p. 3},new,b`"],
		["{cite:p}`a,\nb|`", "{cite:p}`a,\nb,\nnew`"],
		["{cite}`|`", "{cite}`new`"],
		["{cite}`new|`", "{cite}`new`"],
		["x {cite:t}`a` y|", "x {cite:t}`a` y {cite:p}`new`"],
		["x {cite}`a` y|", "x {cite}`a` y {cite}`new`"],
		["x {cite}`a, b` {cite}`c|`", "x {cite}`a, b` {cite}`c, new`"],
		["x {footcite:p}`a` y|", "x {footcite:p}`a` y {footcite:p}`new`"],
		["[@a] y|", "[@a] y [@new]"],
		["[@a|] {cite}`b`", "[@a; @new] {cite}`b`"],
		["```{note}\nA|\n```", "```{note}\nA {cite:p}`new`\n```"],
		["{cite}`a` w|[b]", "{cite}`a` w {cite}`new` [b]"],
	]);
});

suite("places in MyST where nothing is cited", () => {
	checkPlaces("myst", [
		["{cite}`b` `co|de`", "code"],
		["```{code-cell}\nA|\n```", "code"],
		["```{note}\n:class: a|\n\nb\n```", "argument"],
		["{ref}`a|b`", "argument"],
		["$a|b$ {cite}`c`", "math"],
		["---\ntitle: a|\n---\n{cite}`c`", "header"],
		["```{math}\na|\n```", "code"],
	]);
});
