// Citations in reStructuredText: roles of sphinxcontrib-bibtex, and of docutils. `|` is the cursor.
import { checkInsertions, checkKeys, checkPlaces } from "./check";

suite("citations found in reStructuredText", () => {
	checkKeys("restructuredtext", [
		[":cite:p:`1987:nelson`", "1987:nelson"],
		[":cite:p:`1987:nelson,2001:schechter` :cite:t:`a`", "1987:nelson 2001:schechter a"],
		[":cite:`a` :footcite:p:`b`", "a b"],
		[":cite:t:`{see}a{p. 3}, b`", "a b"],
		["[Knuth84]_ [1]_ [#]_ [#a]_ [*]_", "Knuth84"],
		[".. [a] Text [b]_", "b"],
		["``:cite:p:`a` `` :cite:p:`b`", "b"],
		[".. code-block:: rst\n\n   :cite:p:`a`\n\n:cite:p:`b`", "b"],
		["As::\n\n   :cite:p:`a`\n\n:cite:p:`b`", "b"],
		[".. a comment :cite:p:`a`\n   :cite:p:`b`\n\n:cite:p:`c`", "c"],
		[".. note:: :cite:p:`a`\n\n   :cite:p:`b`", "a b"],
		[".. figure:: a.png\n   :alt: x\n\n   As :cite:p:`a`", "a"],
		[":ref:`a` :doc:`b` `c`_", ""],
		["\\:cite:p:`a`", ""],
		[":cite:p:`a,\nb`", "a b"],
		[".. bibliography::\n   :filter: cited", ""],
		[">>> [a]_\n\n[b]_", "b"],
	]);
});

suite("a citation put into reStructuredText", () => {
	checkInsertions("restructuredtext", [
		["|", ":cite:p:`new`"],
		["as shown|.", "as shown :cite:p:`new`."],
		["as shown.|", "as shown. :cite:p:`new`"],
		["as sh|own.", "as shown :cite:p:`new`."],
		["*as*|.", "*as* :cite:p:`new`."],
		["(|)", "(:cite:p:`new`)"],
		["a,|b", "a, :cite:p:`new` b"],
		[":cite:p:`a|`", ":cite:p:`a,new`"],
		[":cite:p:`|a`", ":cite:p:`new,a`"],
		["|:cite:p:`a`", ":cite:p:`new,a`"],
		[":cite:p:`a`|", ":cite:p:`a,new`"],
		[":ci|te:p:`a`", ":cite:p:`a,new`"],
		[":cite:`a,b|`", ":cite:`a,b,new`"],
		[":cite:`a, b|`", ":cite:`a, b, new`"],
		[":cite:`a|, b`", ":cite:`a, new, b`"],
		[":cite:t:`{see}a{p. 3}|`", ":cite:t:`{see}a{p. 3},new`"],
		[":cite:p:`a,\nb|`", ":cite:p:`a,\nb,\nnew`"],
		[":cite:p:`|`", ":cite:p:`new`"],
		[":cite:p:`new|`", ":cite:p:`new`"],
		["[a]_|", "[a]_ [new]_"],
		["|[a]_", "[new]_ [a]_"],
		["[a]_ x|", "[a]_ x [new]_"],
		["[1]_ x|", "[1]_ x :cite:p:`new`"],
		[":footcite:`a` b|", ":footcite:`a` b :footcite:`new`"],
		[":cite:`a` b|", ":cite:`a` b :cite:`new`"],
		[".. note::\n\n   a|", ".. note::\n\n   a :cite:p:`new`"],
		["text::\n\n   a\n\nb|", "text::\n\n   a\n\nb :cite:p:`new`"],
		[".. [a] Text|", ".. [a] Text :cite:p:`new`"],
	]);
});

suite("places in reStructuredText where nothing is cited", () => {
	checkPlaces("restructuredtext", [
		["``co|de``", "code"],
		[".. code-block:: py\n\n   a|\n\nx", "code"],
		["text::\n\n   a|\n", "code"],
		[".. com|ment", "comment"],
		[":ref:`a|b`", "argument"],
		["https://a.org/|b", "address"],
		[">>> a|", "code"],
		["`link|`_", "argument"],
		["Title\n==|==", "argument"],
		[".. note::|\n\n   a", "argument"],
		[".. _target: https://a|", "address"],
		[".. image:: a|.png", "address"],
	]);
});
