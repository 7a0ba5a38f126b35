// What is wrong with the values of fields, and what they become.
import assert from "node:assert/strict";
import { edited, findingsOfBibliography } from "./support";

/** A field in an entry that is whole otherwise; what it becomes by the first fix. */
function fieldCase(
	field: string,
	dialect: "bibtex" | "biblatex",
): { readonly codes: readonly string[]; readonly fixed: string | undefined } {
	const name = /^\w+/.exec(field)?.[0] ?? "";
	const rest = { author: "A, B", title: "T", journal: "J", year: "2020", [name]: "" };
	const others = Object.entries(rest).flatMap(([other, value]) => (value === "" ? [] : [`${other} = {${value}}`]));
	const text = `@article{k, ${[...others, field].join(", ")}}\n`;
	const texts = { "a.bib": text };
	const found = findingsOfBibliography(text, dialect).filter(({ code }) => code !== "missing-field");
	const fix = found[0]?.fixes[0];
	const after = fix?.kind === "edits" ? edited(texts, fix.edits)["a.bib"] : undefined;
	const [, fixed] = after === undefined ? [] : [...(/J\}, (?:year = \{2020\}, )?([^]*)\}\n$/.exec(after) ?? [])];
	return { codes: found.map(({ code, severity }) => (severity ? `${code} ${severity}` : code)), fixed };
}

/** The field, what is found, and what it becomes. */
type Row = readonly [field: string, code: string, fixed?: string];

function check(name: string, rows: readonly Row[], dialect: "bibtex" | "biblatex" = "biblatex"): void {
	suite(name, () => {
		for (const [field, code, fixed] of rows) {
			test(`${field}${code === "" ? " is fine" : `: ${code}`}`, () => {
				const found = fieldCase(field, dialect);
				assert.deepEqual(found.codes, code === "" ? [] : [code]);
				assert.equal(found.fixed, fixed);
			});
		}
	});
}

check("DOIs", [
	["doi = {10.1000/xyz123}", ""],
	["doi = {10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2}", ""],
	["doi = {10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O}", ""],
	["doi = {10.1007/978-3-540-74976-9_7}", ""],
	["doi = {}", ""],
	["doi = doimacro # {x}", "undefined-string information"],
	["doi = {https://doi.org/10.1000/xyz123}", "bad-doi", "doi = {10.1000/xyz123}"],
	['doi = "http://dx.doi.org/10.1000/xyz123"', "bad-doi", 'doi = "10.1000/xyz123"'],
	["doi = {doi:10.1000/xyz123}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {DOI: 10.1000/xyz123}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {\\url{https://doi.org/10.1000/xyz123}}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {10.1007/978-3-540-74976-9\\_7}", "bad-doi information", "doi = {10.1007/978-3-540-74976-9_7}"],
	["doi = {10.1007%2F978}", "bad-doi", "doi = {10.1007/978}"],
	["doi = {10.1000/xyz123.}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {xyz123}", "bad-doi"],
	["doi = {11.1000/xyz}", "bad-doi"],
	["doi = {10.1000/a b}", "bad-doi", "doi = {10.1000/a}"],
	["doi = {n/a}", "bad-doi information"],
]);

check("DOIs of BibTeX, whose styles set them as text", [["doi = {10.1007/978-3-540-74976-9\\_7}", ""]], "bibtex");

check("years, months and dates", [
	["year = {2020}", ""],
	["year = 2020", ""],
	["year = {{2020}}", ""],
	["year = {in press}", ""],
	["year = {c. 1850}", ""],
	["year = {1998/1999}", ""],
	["year = {300 BC}", ""],
	["year = {850}", ""],
	["year = {2020a}", ""],
	["year = {20201}", "bad-date"],
	["year = {98}", "bad-date"],
	["year = {May 2019}", "bad-date information", "date = {2019-05}"],
	["year = {2019-05-01}", "bad-date information", "date = {2019-05-01}"],
	["month = may", ""],
	["month = {May}", ""],
	["month = 5", ""],
	["month = {5~June}", ""],
	["month = jul # {/} # aug", ""],
	["month = {März}", ""],
	["month = {13}", "bad-date"],
	["month = {xx}", "bad-date information"],
	["date = {2020}", ""],
	["date = {2020-02-29}", ""],
	["date = {2020-05/2020-07}", ""],
	["date = {2020-05/}", ""],
	["date = {../2020}", ""],
	["date = {1723~}", ""],
	["date = {199X}", ""],
	["date = {2020-21}", ""],
	["date = {-0044-03-15}", ""],
	["date = {2004-04-05T14:34:00Z}", ""],
	["date = {2019-02-29}", "bad-date"],
	["date = {2019-13-01}", "bad-date"],
	["date = {2019-04-31}", "bad-date"],
	["date = {2019/05/07}", "bad-date", "date = {2019-05-07}"],
	["date = {2019-5-7}", "bad-date", "date = {2019-05-07}"],
	["date = {May 7, 2019}", "bad-date", "date = {2019-05-07}"],
	["date = {7 May 2019}", "bad-date", "date = {2019-05-07}"],
	["date = {1.5.1998}", "bad-date"],
	["urldate = {2019/05/07}", "bad-date", "urldate = {2019-05-07}"],
]);

check(
	"years for BibTeX, whose styles take the last four figures",
	[
		["year = {(about May 1984)}", ""],
		["year = {May 2019}", ""],
	],
	"bibtex",
);

check("pages", [
	["pages = {12}", ""],
	["pages = {12--15}", ""],
	["pages = {12--15, 20--22}", ""],
	["pages = {215--21}", ""],
	["pages = {S12--S15}", ""],
	["pages = {ii--xv}", ""],
	["pages = {e1234}", ""],
	["pages = {12:1--12:24}", ""],
	["pages = {12–15}", ""],
	["pages = {42--}", ""],
	["pages = {A-7}", ""],
	["pages = {1-2-3}", ""],
	["pages = {12-15}", "bad-pages hint", "pages = {12--15}"],
	["pages = {12 -- 15}", "bad-pages", "pages = {12--15}"],
	["pages = {12---15}", "bad-pages", "pages = {12--15}"],
	["pages = {pp. 12--15}", "bad-pages", "pages = {12--15}"],
	["pages = {232--182}", "bad-pages warning"],
	["pages = {215--11}", "bad-pages warning"],
]);

check(
	"pages of BibTeX",
	[
		["pages = {12–15}", "bad-pages", "pages = {12--15}"],
		["pages = {42--}", "bad-pages"],
	],
	"bibtex",
);

check("names", [
	["author = {Smith, Ann and Jones, Bob}", ""],
	["author = {Ann Smith}", ""],
	["author = {Smith, Jr, John}", ""],
	["author = {{Barnes and Noble, Inc., Co., Ltd.}}", ""],
	["author = {{A; B} and C}", ""],
	["author = {family=Simon, given=Ann, prefix=de, useprefix=true}", ""],
	["author = {Smith, Ann and others}", ""],
	["author = {M{\\\"u}ller, Hans and {\\'E}. Zola}", ""],
	["author = {Johnson \\& Johnson}", ""],
	["author = {}", ""],
	["author = {Smith, J., Jones, K. L.}", "bad-name", "author = {Smith, J. and Jones, K. L.}"],
	[
		"author = {A. Smith, K. L. Jones, M. Roe, N. Doe}",
		"bad-name",
		"author = {A. Smith and K. L. Jones and M. Roe and N. Doe}",
	],
	[
		"author = {M. Halle, J. Bresnan, and G. A. Miller}",
		"bad-name",
		"author = {M. Halle and J. Bresnan and G. A. Miller}",
	],
	["author = {Smith, J.; Jones, K.}", "bad-name", "author = {Smith, J. and Jones, K.}"],
	["author = {Ann Smith & Bob Jones}", "bad-name", "author = {Ann Smith and Bob Jones}"],
	["author = {Smith, Ann et al.}", "bad-name", "author = {Smith, Ann and others}"],
	["author = {Smith, Ann and }", "bad-name", "author = {Smith, Ann}"],
	["author = {Smith, Ann and and Jones, Bob}", "bad-name", "author = {Smith, Ann and Jones, Bob}"],
	["author = {Smith, and Jones, Bob}", "bad-name information", "author = {Smith and Jones, Bob}"],
]);

check("ISBNs and ISSNs", [
	["isbn = {0-201-89683-4}", ""],
	["isbn = {9780201896831}", ""],
	["isbn = {978-0-201-89683-1, 0-201-89683-4}", ""],
	["isbn = {978-0-201-89683-1 (pbk.)}", ""],
	["isbn = {0 201 89683 4}", ""],
	["isbn = {080442957X}", ""],
	["issn = {0317-8471}", ""],
	["issn = {2434-561X}", ""],
	["issn = {0317-8471, 2434-561X}", ""],
	["isbn = {0-201-89683-5}", "bad-isbn", "isbn = {0-201-89683-4}"],
	["isbn = {9780201896832}", "bad-isbn", "isbn = {9780201896831}"],
	["isbn = {12345}", "bad-isbn"],
	["isbn = {0317-8471}", "bad-isbn information"],
	["isbn = {ISBN 978-0-201-89683-1}", "bad-isbn information", "isbn = {978-0-201-89683-1}"],
	["isbn = {978–0–201–89683–1}", "bad-isbn information", "isbn = {978-0-201-89683-1}"],
	["issn = {0317-8472}", "bad-isbn", "issn = {0317-8471}"],
	["issn = {0317-84}", "bad-isbn"],
]);
