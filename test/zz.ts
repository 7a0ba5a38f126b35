import { readFileSync } from "fs";
import { readSource } from "../src/core/project/read/read";
import { syntaxName } from "../src/core/citations/citations";
const f="/work/shared/samples/manuscripts/tex_emcee_thebibliography/document/ms.tex";
const t=readFileSync(f,"utf8");
console.log(readSource({text:t,languageId:"",fileName:f}).inline);
const g="/work/shared/samples/manuscripts/rst_sphinxcontrib_bibtex/doc/usage.rst";
import { citationsIn } from "../src/core/citations/citations";
console.log(citationsIn({text:readFileSync(g,"utf8"),languageId:"",fileName:g}).map(c=>c.keys.map(k=>k.key)).flat().slice(0,10));
