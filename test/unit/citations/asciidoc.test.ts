// Citations in AsciiDoc: the macros of asciidoctor-bibtex. `|` is the cursor.
import { checkInsertions, checkKeys, checkPlaces } from "./check";

suite("citations found in AsciiDoc", () => {
	checkKeys("asciidoc", [
		["cite:[a]", "a"],
		["cite:[a, b(12)] citenp:[c]", "a b c"],
		["cite:See[a(89)]", "a"],
		["fullcite:[a] bibitem:[b] citet:[c]", "a b c"],
		["[cite:a] [citenp:See:b,12;c]", "a b c"],
		["<<a>> <<b,text>>", ""],
		["`cite:[a]` cite:[b]", "b"],
		["----\ncite:[a]\n----\ncite:[b]", "b"],
		["....\ncite:[a]\n....", ""],
		["////\ncite:[a]\n////\n// cite:[b]\ncite:[c]", "c"],
		[":attr: cite:[a]", ""],
		["[quote, A, B (cite:[a])]\n____\nb\n____", "a"],
		["text\n\n cite:[a]", ""],
		["\\cite:[a]", ""],
		["recite:[a] cite:a", ""],
		["me@a.org cite:[b]", "b"],
		["footnote:[We cite cite:[a] for this.]", "a"],
		["cite:[a,\nb]", "a b"],
		["cite:[DBLP:conf/naacl/A-18]", "DBLP:conf/naacl/A-18"],
	]);
});

suite("a citation put into AsciiDoc", () => {
	checkInsertions("asciidoc", [
		["|", "cite:[new]"],
		["as shown|.", "as shown cite:[new]."],
		["as sh|own.", "as shown cite:[new]."],
		["*as*|.", "*as* cite:[new]."],
		["(|)", "(cite:[new])"],
		["cite:[a|]", "cite:[a, new]"],
		["cite:[|a]", "cite:[new, a]"],
		["|cite:[a]", "cite:[new, a]"],
		["cite:[a]|", "cite:[a, new]"],
		["ci|te:[a]", "cite:[a, new]"],
		["cite:[a,b|]", "cite:[a,b,new]"],
		["cite:[a, b|]", "cite:[a, b, new]"],
		["cite:[a|, b]", "cite:[a, new, b]"],
		["cite:[a|(12), b]", "cite:[a(12), new, b]"],
		["cite:[a(1|2), b]", "cite:[a(12), new, b]"],
		["cite:See[a|]", "cite:See[a, new]"],
		["cite:S|ee[a]", "cite:See[a, new]"],
		["cite:[|]", "cite:[new]"],
		["cite:[new|]", "cite:[new]"],
		["citenp:[a] x|", "citenp:[a] x cite:[new]"],
		["cite:[a] x|", "cite:[a] x cite:[new]"],
		["[cite:a|]", "[cite:a;new]"],
		["[cite:See:a,12;b|]", "[cite:See:a,12;b;new]"],
		["[cite:a] x|", "[cite:a] x [cite:new]"],
		["* item cite:[a|]", "* item cite:[a, new]"],
		["bibitem:[a|]", "bibitem:[a] cite:[new]"],
		["footnote:[We cite|]", "footnote:[We cite cite:[new]]"],
		["----\na\n----\nb|", "----\na\n----\nb cite:[new]"],
	]);
});

suite("places in AsciiDoc where nothing is cited", () => {
	checkPlaces("asciidoc", [
		["`co|de`", "code"],
		["----\na|\n----", "code"],
		["// x|", "comment"],
		["////\nx|\n////", "comment"],
		[":attr: x|", "header"],
		["<<a|b>>", "argument"],
		["image::x|.png[]", "address"],
		["me@a|.org", "address"],
		["text\n\n literal|", "code"],
		["link:x|[y]", "address"],
		["https://x|.org[y]", "address"],
		["stem:[x|]", "math"],
		["__|__\na\n____", "argument"],
		["[source,ru|by]\nx", "argument"],
	]);
});
