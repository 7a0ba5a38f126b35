// Citations in Org: of Org itself, and of org-ref. `|` is the cursor.
import { checkInsertions, checkKeys, checkPlaces } from "./check";

suite("citations found in Org", () => {
	checkKeys("org", [
		["[cite:@a]", "a"],
		["[cite/t:see @a p. 3; @b]", "a b"],
		["[cite/style/variant: common; @a; also @b; common]", "a b"],
		["[cite:@a;\n@b]", "a b"],
		["[cite:no key]", ""],
		["cite:a and citep:b,c.", "a b c"],
		["citet:&a [[cite:&b;&c p. 3]]", "a b c"],
		["[[cite:,a,b]]", "a b"],
		["[[citep:&a][words]]", "a"],
		["(cite:a)", "a"],
		["ref:a label:b bibliography:c.bib cite:d", "d"],
		["=[cite:@a]= ~cite:b~ [cite:@c]", "c"],
		["#+begin_src org\n[cite:@a]\n#+end_src\n[cite:@b]", "b"],
		["# [cite:@a]\n[cite:@b]", "b"],
		["#+caption: [cite:@a]\n#+options: [cite:@b]", "a"],
		[": [cite:@a]", ""],
		["\\citep{a} \\verb|\\cite{b}|", "a"],
		["[[https://a.org/@b][c]] me@d.org", ""],
		["recite:a http://cite:b", ""],
		["[cite:@DBLP:conf/a+b]", "DBLP:conf/a+b"],
	]);
});

suite("a citation put into Org", () => {
	checkInsertions("org", [
		["|", "[cite:@new]"],
		["as shown|.", "as shown [cite:@new]."],
		["as sh|own.", "as shown [cite:@new]."],
		["*as*|.", "*as* [cite:@new]."],
		["(|)", "([cite:@new])"],
		["[cite:@a|]", "[cite:@a;@new]"],
		["[cite:|@a]", "[cite:@new;@a]"],
		["|[cite:@a]", "[cite:@new;@a]"],
		["[cite:@a]|", "[cite:@a;@new]"],
		["[ci|te:@a]", "[cite:@a;@new]"],
		["[cite:@a;@b|]", "[cite:@a;@b;@new]"],
		["[cite:@a; @b|]", "[cite:@a; @b; @new]"],
		["[cite:@a|;@b]", "[cite:@a;@new;@b]"],
		["[cite:see @a| p. 3; @b]", "[cite:see @a p. 3; @new; @b]"],
		["[cite/t:common; @a|; also]", "[cite/t:common; @a; @new; also]"],
		["[cite/t:|common; @a; also]", "[cite/t:common; @new; @a; also]"],
		["[cite:|]", "[cite:@new]"],
		["[cite:@|]", "[cite:@new]"],
		["[cite:@new|]", "[cite:@new]"],
		["cite:a|", "cite:a,new"],
		["cite:a| x", "cite:a,new x"],
		["cite:a,b|", "cite:a,b,new"],
		["citep:a|.", "citep:a,new."],
		["[[cite:&a|]]", "[[cite:&a;&new]]"],
		["[[cite:&a;&b|]]", "[[cite:&a;&b;&new]]"],
		["[[cite:&a]]|", "[[cite:&a;&new]]"],
		["[[cite:See &a p. 3|]]", "[[cite:See &a p. 3;&new]]"],
		["[[citep:&a]] x|", "[[citep:&a]] x [[citep:&new]]"],
		["cite:a x|", "cite:a x cite:new"],
		["cite:a x|-y", "cite:a x cite:new -y"],
		["#+title: A|", "#+title: A [cite:@new]"],
		["[[https://xy][wo|rds]]", "[[https://xy][words [cite:@new]]]"],
		["\\cite{a|}", "\\cite{a, new}"],
		["bibliography:a.bib\nx|", "bibliography:a.bib\nx [[cite:&new]]"],
	]);
});

suite("places in Org where nothing is cited", () => {
	checkPlaces("org", [
		["#+begin_src\nx|\n#+end_src", "code"],
		["# com|ment", "comment"],
		["#+options: A|", "header"],
		["=co|de=", "code"],
		["~co|de~", "code"],
		["[[https://x|y][words]]", "address"],
		[": fixed|", "code"],
		[":PROPERTIES:\n:a: b|\n:END:", "header"],
		["me@a|.org", "address"],
		["* Title :ta|g:", "argument"],
		["\\al|pha", "command"],
	]);
});
