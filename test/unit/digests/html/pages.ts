// Pages in the mark-up of the sites that researchers save, with papers of our own making.

const head = (title: string, more = ""): string =>
	`<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${more}<style>.a{color:red}</style><script>var x = "<a href='https://arxiv.org/abs/1111.11111'>No Paper at All in This Script</a>";</script></head><body>`;

/** arXiv, list/cs.CL/new, as of 2024. */
export const arxivNew = `${head("Computation and Language")}
<header><nav><a href="/help">Help pages of arXiv</a></nav></header>
<div id='dlpage'><h1>Computation and Language</h1>
<h3>Showing new listings for Friday, 10 May 2024</h3>
<dl id='articles'>
<h3>New submissions (showing 2 of 2 entries)</h3>
<dt><a name='item1'>[1]</a>
 <a href ="/abs/2405.05254" title="Abstract" id="2405.05254"> arXiv:2405.05254 </a>
 [<a href="/pdf/2405.05254" title="Download PDF" id="pdf-2405.05254">pdf</a>, <a href="https://arxiv.org/html/2405.05254v1" title="View HTML">html</a>, <a href="/format/2405.05254" title="Other formats">other</a>]
</dt>
<dd><div class='meta'>
 <div class='list-title mathjax'><span class='descriptor'>Title:</span>
  You Cache Only Once: $O(n)$ Memory for Decoder&ndash;Decoder Models
 </div>
 <div class='list-authors'><a href="https://arxiv.org/search/cs?searchtype=author&amp;query=Sun,+Y">Yutao Sun</a>, <a href="https://arxiv.org/search/cs?searchtype=author&amp;query=Berg,+J">Jan van der Berg</a></div>
 <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> Code at <a href="https://github.com/example/yoco">https://github.com/example/yoco</a></div>
 <div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span>; Machine Learning (cs.LG)</div>
 <p class='mathjax'>
 We introduce a decoder-decoder architecture that caches key-value pairs only once, with $p &lt; 0.05$ on all tasks.
 </p>
</div></dd>
<dt><a name='item2'>[2]</a> <a href ="/abs/2405.05255" title="Abstract"> arXiv:2405.05255 </a> [<a href="/pdf/2405.05255">pdf</a>]</dt>
<dd><div class='meta'>
 <div class='list-title mathjax'><span class='descriptor'>Title:</span> A Second New Paper</div>
 <div class='list-authors'><a href="/a/1">Ann Lee</a></div>
 <div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span> Journal of Tests 12 (2024) 3</div>
 <div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span></div>
 <p class='mathjax'>The second abstract.</p></div></dd>
</dl>
<dl>
<h3>Cross submissions (showing 1 of 1 entries)</h3>
<dt><a name='item3'>[3]</a> <a href ="/abs/math/0309136" title="Abstract"> arXiv:math/0309136 </a> (cross-list from math.GT) [<a href="/pdf/math/0309136">pdf</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> On Knots</div>
<div class='list-authors'><a href="/a/2">Ren&eacute; Dupont</a></div>
<div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">Geometric Topology (math.GT)</span>; Computation and Language (cs.CL)</div>
<p class='mathjax'>About knots.</p></div></dd>
</dl>
<dl>
<h3>Replacement submissions (showing 1 of 1 entries)</h3>
<dt><a name='item4'>[4]</a> <a href ="/abs/2401.00001" title="Abstract"> arXiv:2401.00001 </a> (replaced) [<a href="/pdf/2401.00001">pdf</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> An Older Paper</div>
<div class='list-authors'><a href="/a/3">Bo Li</a></div>
<div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span></div></div></dd>
</dl></div><footer><a href="https://info.arxiv.org">About arXiv and its work</a></footer></body></html>`;

/** arXiv, list/cs.CV/recent, as of 2019: no abstracts, the identifier in a span. */
export const arxivRecent = `${head("Computer Vision")}<div id="dlpage"><h3>Tue, 24 Jan 2023</h3><dl>
<dt><a name="item1">[1]</a>&nbsp;  <span class="list-identifier"><a href="/abs/2301.09637" title="Abstract">arXiv:2301.09637</a> [<a href="/pdf/2301.09637" title="Download PDF">pdf</a>, <a href="/format/2301.09637" title="Other formats">other</a>]</span></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> City Synthesis</div>
<div class="list-authors"><span class="descriptor">Authors:</span> <a href="/a">Chieh Lin</a>, <a href="/b">Menglei Chai</a></div>
<div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Computer Vision and Pattern Recognition (cs.CV)</span></div></div></dd>
<dt><a name="item2">[2]</a>&nbsp;  <span class="list-identifier"><a href="/abs/2301.09632" title="Abstract">arXiv:2301.09632</a></span></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> Dynamic Scenes</div>
<div class="list-authors"><span class="descriptor">Authors:</span> <a href="/a">Ang Cao</a>, et al. (3 additional authors not shown)</div></div></dd></dl></body></html>`;

export const arxivSearch = `${head("Search | arXiv e-print repository")}<ol class="breathe-horizontal" start="1">
<li class="arxiv-result"><div class="is-marginless">
<p class="list-title is-inline-block"><a href="https://arxiv.org/abs/2306.01234">arXiv:2306.01234</a><span>&nbsp;[<a href="https://arxiv.org/pdf/2306.01234">pdf</a>, <a href="https://arxiv.org/format/2306.01234">other</a>]&nbsp;</span></p>
<div class="tags is-inline-block"><span class="tag is-small is-link tooltip is-tooltip-top" data-tooltip="Machine Learning">cs.LG</span><span class="tag is-small is-grey tooltip" data-tooltip="ML">stat.ML</span></div></div>
<p class="title is-5 mathjax">A <span class="search-hit mathjax">Search</span> Result on Bones</p>
<p class="authors"><span class="has-text-black-bis has-text-weight-semibold">Authors:</span> <a href="/search/?searchtype=author&amp;query=Lee">Ann B. Lee</a>, <a href="/x">Cem Öz</a></p>
<p class="abstract mathjax"><span class="has-text-black-bis has-text-weight-semibold">Abstract</span>:
<span class="abstract-short has-text-grey-dark mathjax" id="2306.01234v1-abstract-short" style="display: inline;">We search &hellip; <a class="is-size-7" href="#">&#9661; More</a></span>
<span class="abstract-full has-text-grey-dark mathjax" id="2306.01234v1-abstract-full" style="display: none;">We search for bones in the whole abstract. <a class="is-size-7">&#9651; Less</a></span></p>
<p class="is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Submitted</span> 2 June, 2023; <span>originally announced</span> June 2023.</p>
<p class="comments is-size-7"><span class="has-text-black-bis">Comments:</span> <span class="has-text-grey-dark mathjax">12 pages</span></p></li></ol></body></html>`;

export const arxivAbs = `${head(
	"[2405.05254] You Cache Only Once",
	`<meta name="citation_title" content="You Cache Only Once: A Tale of $O(n)$" /><meta name="citation_author" content="Sun, Yutao" /><meta name="citation_author" content="van der Berg, Jan" /><meta name="citation_date" content="2024/05/08" /><meta name="citation_online_date" content="2024/05/09" /><meta name="citation_pdf_url" content="https://arxiv.org/pdf/2405.05254" /><meta name="citation_arxiv_id" content="2405.05254" /><meta name="citation_abstract" content="We introduce a decoder-decoder architecture &lt;for&gt; models, in which every key and value is cached exactly once." />`,
)}<h1 class="title mathjax">You Cache Only Once</h1></body></html>`;

export const journalArticle = `${head(
	"Bones | Nature",
	`<meta name="dc.title" content="Bones &amp; joints"/><meta name="citation_journal_title" content="Nature"/><meta name="citation_title" content="Bones &amp; joints"/><meta name="citation_publication_date" content="2024/02"/><meta name="citation_online_date" content="2024/01/31"/><meta name="citation_doi" content="10.1038/s41586-024-00001-1"/><meta name="citation_author" content="Lee, Ann"/><meta name="citation_author_institution" content="University of X"/><meta name="citation_author" content="Jan van Dijk"/><meta name="citation_pdf_url" content="https://www.nature.com/articles/s41586-024-00001-1.pdf"/><meta name="citation_keywords" content="bone; joint"/><meta name="description" content="Nature - cut off …"/>`,
)}<div id="Abs1-content" class="c-article-section__content"><p>Bones and joints are old. Here we show that they are older than we thought, in H<sub>2</sub>O too, by a method.</p></div></body></html>`;

export const jsonLdArticle = `${head("x", `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Site"},{"@type":["ScholarlyArticle"],"headline":"Described in JSON-LD","author":[{"@type":"Person","givenName":"Ann","familyName":"Lee"},{"@type":"Person","name":"Jan van Dijk"}],"datePublished":"2023-04-05","isPartOf":{"@type":"Periodical","name":"J. of Tests"},"sameAs":"https://doi.org/10.1000/jsonld.1","abstract":"The abstract.","keywords":"a, b"}]}</script>`)}<h1>Described</h1></body></html>`;

/** Google Scholar, an alert as of 2024. */
export const scholarAlert = `<!doctype html><html xmlns="http://www.w3.org/1999/xhtml"><head><!--[if gte mso 9]><xml><o:AllowPNG/></xml><![endif]--><style>body{background-color:#fff}</style></head><body><div style="font-family:arial,sans-serif;font-size:13px;max-width:600px"><h2 style="font-weight:bold">2 new citations to articles by Ann Lee</h2>
<h3 style="font-weight:normal;margin:0;font-size:17px;line-height:20px;"><span style="font-size:11px;font-weight:bold;color:#1a0dab;vertical-align:2px">[HTML]</span> <a href="https://scholar.google.com/scholar_url?url=https://www.nature.com/articles/s41467-024-45678-9&amp;hl=en&amp;sa=X&amp;d=1&amp;ei=x&amp;scisig=y&amp;oi=scholaralrt&amp;hist=z&amp;html=&amp;pos=0&amp;folt=cit" class="gse_alrt_title" style="font-size:17px;color:#1a0dab;line-height:22px">Deep <b>learning</b> of bones</a></h3><div style="color:#006621;line-height:18px">J van der Berg, ME Smith, …&nbsp;- Nature&nbsp;…, 2024 - nature.com</div><div class="gse_alrt_sni" style="line-height:17px">Bones were learnt by machines, and the machines were then learnt <br>by bones in turn. Here we report a cross-<br>validated study of 1,000 patients in which …</div><div style="width:auto"><table><tbody><tr><td><a href="https://scholar.google.com/citations?update_op=email_library_add&amp;info=abc" style="text-decoration:none"><img alt="Save" src="https://scholar.google.com/save.png"><span>Save</span></a></td><td><a href="http://scholar.google.com/scholar_share?hl=en&amp;oi=scholaralrt&amp;ss=tw&amp;url=https://www.nature.com/articles/s41467-024-45678-9&amp;rt=Deep+learning+of+bones"><img alt="Twitter" src="x.png"></a></td></tr></tbody></table></div><table><tr><td>•</td><td><span>Cites: <span dir="ltr">‪Old bones of a former time</span>‬&nbsp;&nbsp;</span></td></tr></table><br>
<h3 style="font-weight:normal;margin:0;font-size:17px;line-height:20px;"><span style="font-size:11px;font-weight:bold;color:#1a0dab;vertical-align:2px">[PDF]</span> <a href="https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2401.09876&amp;hl=en&amp;sa=X" class="gse_alrt_title" style="font-size:17px;color:#1a0dab;line-height:22px">Transformers</a></h3><div style="color:#006621;line-height:18px">A Lee - arXiv preprint arXiv:2401.09876, 2024</div><div class="gse_alrt_sni" style="line-height:17px">A short snippet about transformers that ends …</div><br>
<h3 style="font-weight:normal"><a href="https://scholar.google.com/scholar_url?url=https://repository.example.edu/thesis/123&amp;hl=en" class="gse_alrt_title">A thesis nobody indexes</a></h3><div style="color:#006621">C Öz - 2023</div><div class="gse_alrt_sni">This thesis is about things that are seldom looked at by anyone …</div>
<div style="border-top:1px solid #bdbdbd">&nbsp;</div><p style="margin:8px 0 16px 0;color:#666">This message was sent by Google Scholar because you're following new citations to articles written by <a href="http://scholar.google.com/citations?hl=en&amp;user=abc" style="color:#1a0dab">Ann Lee</a>.</p><div><a href="http://scholar.google.com/scholar_alerts?view_op=list_alerts">List alerts</a> <a href="http://scholar.google.com/scholar_alerts?view_op=cancel_alert_options">Cancel alert</a></div></div></body></html>`;

/** Google Scholar's page of results. */
export const scholarResults = `${head("bone - Google Scholar")}<div id="gs_res_ccl_mid">
<div class="gs_r gs_or gs_scl" data-cid="1"><div class="gs_ggs gs_fl"><div class="gs_or_ggsm"><a href="https://arxiv.org/pdf/2101.00001"><span class="gs_ctg2">[PDF]</span> arxiv.org</a></div></div><div class="gs_ri"><h3 class="gs_rt"><a id="1" href="https://dl.acm.org/doi/abs/10.1145/3411764.3445000" data-clk="x">Reading <b>bones</b> with a browser</a></h3><div class="gs_a"><a href="/citations?user=1">A Lee</a>, B van Dijk&nbsp;- Proceedings of the 2021 CHI&nbsp;…, 2021 - dl.acm.org</div><div class="gs_rs">Bones are read by browsers more and more. We <br>\nstudy how 12 radiologists do this at work …</div><div class="gs_fl"><a href="javascript:void(0)">Save</a> <a href="/scholar?cites=1">Cited by 12</a> <a href="/scholar?q=related:1">Related articles</a> <a href="/scholar?cluster=1">All 5 versions</a></div></div></div>
<div class="gs_r gs_or gs_scl"><div class="gs_ri"><h3 class="gs_rt"><span class="gs_ctu"><span class="gs_ct1">[CITATION]</span></span> <a href="https://www.sciencedirect.com/science/article/pii/S0031320320300001">Another reading of bones</a></h3><div class="gs_a">C Öz, D Li - Pattern Recognition, 2020 - Elsevier</div></div></div></div></body></html>`;

/** bioRxiv, the HTML of a subject alert: titles are links through a redirect, sections repeat papers. */
export const biorxivAlert = `<html><body><div style="display:none;max-height:0">Hidden preview text of the alert, which no one sees at all.</div><table><tr><td><h1>bioRxiv</h1><p>Subject alerts for bioRxiv online collections</p></td></tr><tr><td><h2>Bioinformatics</h2>
<p><a href="https://click.highwire.org/f/a/abc?url=https%3A%2F%2Fwww.biorxiv.org%2Fcontent%2F10.1101%2F2024.01.02.574000v1%3Frss%3D1"><b>Folding <i>E. coli</i> proteins</b></a><br/>Ann B. Lee, Jan van der Berg, Alan S. Brown, Jr., and Cem Öz<br/>bioRxiv posted 3 January 2024 doi:10.1101/2024.01.02.574000<br/><a href="https://www.biorxiv.org/content/10.1101/2024.01.02.574000v1.abstract">[Abstract]</a> <a href="https://www.biorxiv.org/content/10.1101/2024.01.02.574000v1.full.pdf">[PDF]</a></p>
<p><a href="https://www.biorxiv.org/content/10.64898/2026.01.20.700468v2"><b>Peptides against microbes</b></a><br/>Wenhui Bai and Li Wang<br/>bioRxiv posted 22 January 2026 doi:10.64898/2026.01.20.700468<br/><a href="https://www.biorxiv.org/content/10.64898/2026.01.20.700468v2.abstract">[Abstract]</a></p></td></tr><tr><td><h2>Genomics</h2><p><a href="https://www.biorxiv.org/content/10.64898/2026.01.20.700468v2"><b>Peptides against microbes</b></a><br/>Wenhui Bai and Li Wang<br/>bioRxiv posted 22 January 2026 doi:10.64898/2026.01.20.700468</p></td></tr><tr><td>This message was sent to reader@example.com. Unsubscribe from or edit your subscription for this service.</td></tr></table></body></html>`;

/** A table of contents with links through a counter that hides where they lead. */
export const natureToc = `${head("Nature Medicine")}<table><tr><td><a href="https://links.ealert.nature.com/ctt?m=1">View this email in your browser</a></td></tr><tr><td><a href="https://links.ealert.nature.com/ctt?m=2"><img alt="Nature Medicine" src="x.gif"></a></td></tr><tr><td>TABLE OF CONTENTS</td></tr><tr><td><h2>Volume 30, Issue 5</h2></td></tr>
<tr><td><h3 class="sec">Articles</h3></td></tr>
<tr><td class="item"><a class="t" href="https://links.ealert.nature.com/ctt?m=3" style="color:#333"><b>A foundation model for clinical bone imaging</b></a><br><span class="au">Ann Lee, Jan van der Berg &amp; Cem Öz</span><br><span>doi: 10.1038/s41591-024-02991-1</span><br><a href="https://links.ealert.nature.com/ctt?m=4">Abstract</a> | <a href="https://links.ealert.nature.com/ctt?m=5">Full Text</a></td></tr>
<tr><td class="item"><a class="t" href="https://links.ealert.nature.com/ctt?m=6" style="color:#333"><b>Trial of a digital twin in heart failure</b></a><br><span class="au">Bo Li et al.</span><br><span>doi: 10.1038/s41591-024-02992-0</span><br><a href="https://links.ealert.nature.com/ctt?m=7">Abstract</a> | <a href="https://links.ealert.nature.com/ctt?m=8">Full Text</a></td></tr>
<tr><td class="item"><a class="t" href="https://links.ealert.nature.com/ctt?m=9" style="color:#333"><b>Author Correction: Sleep and health</b></a><br><span class="au">Dana Fox</span><br><span>doi: 10.1038/s41591-024-02993-z</span></td></tr>
<tr><td>You have been sent this Table of Contents Alert because you have opted in to receive it. © 2024 Springer Nature Limited. All rights reserved.</td></tr></table></body></html>`;

export const elsevierAlert = `${head("ScienceDirect")}<table><tr><td><p>Hello, new articles are available from <b>Pattern Recognition</b>, Volume 150</p></td></tr>
<tr><td><a href="https://www.sciencedirect.com/science/article/pii/S0031320324000123?dgcid=raven_sd_aip_email" style="font-size:16px;color:#007398">Graph matching of hand bones</a><br><span>Pattern Recognition, Volume 150, June 2024, 110300</span><br><span>Ann Lee, Jan van der Berg</span><br><a href="https://www.sciencedirect.com/science/article/pii/S0031320324000123/pdf?x=1">Download PDF</a></td></tr>
<tr><td><a href="https://www.sciencedirect.com/science/article/pii/S0031320324000135?dgcid=raven_sd_aip_email" style="font-size:16px;color:#007398">Uncertain labels in small sets</a><br><span>Pattern Recognition, Volume 150, June 2024, 110301</span><br><span>Cem Öz</span></td></tr>
<tr><td>Copyright © 2024 Elsevier B.V. All rights reserved. You are receiving this email because you subscribed to alerts.</td></tr></table></body></html>`;

/** Wiley, ACS and others on one platform: links with the DOI in the path. */
export const wileyToc = `${head("Wiley Online Library")}<table><tr><td><a href="https://onlinelibrary.wiley.com/toc/10975/2024/1?af=R">Go to the current issue online</a></td></tr><tr><td><h4>RESEARCH ARTICLES</h4></td></tr>
<tr><td><a href="https://onlinelibrary.wiley.com/doi/10.1002/jbmr.4999?campaign=wolearlyview">Bone loss after flight: a cohort</a></td></tr><tr><td>Ann Lee, Jan van der Berg</td></tr><tr><td>First Published: 03 January 2024</td></tr><tr><td>We followed 120 astronauts for ten years after their flights and measured the density of their bones with two methods in order to see whether it returns.</td></tr><tr><td><a href="https://onlinelibrary.wiley.com/doi/10.1002/jbmr.4999?campaign=x">Abstract</a> | <a href="https://onlinelibrary.wiley.com/doi/pdf/10.1002/jbmr.4999">PDF</a></td></tr>
<tr><td><a href="https://onlinelibrary.wiley.com/doi/full/10.1002/(SICI)1097-0193(1999)8:4%3C194::AID-HBM4%3E3.0.CO;2-C">An Old Article With an Old DOI</a></td></tr><tr><td>Cem Öz, Dana Fox</td></tr></table></body></html>`;

export const pubmedResults = `${head("bone - Search Results - PubMed", `<link rel="canonical" href="https://pubmed.ncbi.nlm.nih.gov/?term=bone">`)}<div class="search-results-chunk results-chunk">
<article class="full-docsum" data-rel-pos="1"><div class="item-selector-wrap selectors-and-actions"><input type="checkbox" class="search-result-selector" value="38123456"><label class="search-result-position"><span class="position-number">1</span></label></div>
<div class="docsum-wrap"><div class="docsum-content">
<a class="docsum-title" href="/38123456/" ref="linksrc=docsum_link" data-article-id="38123456">
 Denosumab and <b>bone</b> density in men.
</a>
<div class="docsum-citation full-citation">
<span class="docsum-authors full-authors">Lee AB, van der Berg J, Öz C; BONE Study Group.</span>
<span class="docsum-authors short-authors">Lee AB, et al.</span>
<span class="docsum-journal-citation full-journal-citation">J Bone Miner Res. 2024 Jan 5;39(1):10-19. doi: 10.1093/jbmr/zjad001. Epub 2023 Dec 20.</span>
<span class="docsum-journal-citation short-journal-citation">J Bone Miner Res. 2024.</span>
<span class="citation-part">PMID: <span class="docsum-pmid">38123456</span></span>
<span class="free-resources spaced-citation-item citation-part">Free PMC article.</span>
<span class="publication-type spaced-citation-item citation-part">Clinical Trial.</span></div>
<div class="docsum-snippet"><div class="full-view-snippet">Denosumab raises the density of <b>bone</b> in women; whether it does in men was not known, and we asked &hellip;</div><div class="short-view-snippet">Denosumab raises the density &hellip;</div></div></div>
<div class="result-actions-bar bottom-bar"><button class="cite">Cite</button></div></div></article>
<article class="full-docsum"><div class="docsum-wrap"><div class="docsum-content"><a class="docsum-title" href="/38123457/">[On bones].</a><div class="docsum-citation full-citation"><span class="docsum-authors full-authors">Dupont R.</span><span class="docsum-journal-citation full-journal-citation">Rev Med. 2023.</span><span class="citation-part">PMID: <span class="docsum-pmid">38123457</span></span> <span>French.</span></div></div></div></article></div></body></html>`;

export const pubmedAlert = `<html><body><table><tr><td><p>This message contains My NCBI what's new results from the National Center for Biotechnology Information at the U.S. National Library of Medicine.</p><p>Search: bone density</p><p><b>PubMed Results</b><br>Items 1-2 of 2</p>
<table><tr><td>1.</td><td><a href="https://pubmed.ncbi.nlm.nih.gov/38123458/?utm_source=Other&amp;utm_medium=email&amp;fc=20240101&amp;v=2.18"><b>Bone density after a stroke: a cohort study.</b></a><br>Lee AB, van der Berg J.<br>Stroke. 2024 Feb;55(2):100-110. doi: 10.1161/STROKEAHA.123.000001. Epub 2024 Jan 2.<br>PMID: 38123458</td></tr></table>
<table><tr><td>2.</td><td><a href="https://pubmed.ncbi.nlm.nih.gov/38123459/?utm_source=Other"><b>Falls.</b></a><br>Öz C, Fox D.<br>BMJ. 2024 Jan 3;384:q1. doi: 10.1136/bmj.q1.<br>PMID: 38123459 <i>No abstract available.</i></td></tr></table></td></tr><tr><td>To unsubscribe from these e-mail updates click here.</td></tr></table></body></html>`;

/** Hugging Face, daily papers: the list for its script. */
export const huggingFaceDaily = (list: string): string =>
	`${head("Daily Papers - Hugging Face")}<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${list.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"><article><h3><a href="/papers/2409.00001">The First Paper of the Day</a></h3></article></div></body></html>`;

/** Hugging Face, trending: each paper twice, for wide and narrow screens. */
export const huggingFaceTrending = `${head("Trending Papers - Hugging Face")}<section>${["2409.00001", "2409.00002"]
	.map(
		(id, i) =>
			`<article class="relative flex"><div class="w-full"><h3 class="mb-1 text-lg"><a href="/papers/${id}" class="line-clamp-3">Paper Number ${i + 1}: A Tale of Trends</a></h3><a href="/papers/${id}" class="flex"><ul><li title="ann"></li></ul><div class="truncate">·7 authors</div></a><p class="line-clamp-2">We follow trends over many years and find that number ${i + 1} goes up and down, and then up again in the year that comes after the last.</p><div><a href="https://github.com/example/trend${i + 1}">GitHub</a> <a href="https://arxiv.org/abs/${id}">arXiv Page</a></div></div><div class="md:hidden"><h3><a href="/papers/${id}">Paper Number ${i + 1}: A Tale of Trends</a></h3><p>We follow trends over many years and find that number ${i + 1} goes up and down, and then up again in the year that comes after the last.</p></div></article>`,
	)
	.join("")}</section></body></html>`;

export const openReview = `${head("ICLR 2024 Conference | OpenReview")}<ul class="list-unstyled submissions-list"><li class="note"><h4><a href="/forum?id=AbCdEf12345">Learning to Read Bones</a><a href="/pdf?id=AbCdEf12345" class="pdf-link" title="Download PDF" target="_blank"><img src="/images/pdf_icon_blue.svg"></a></h4><div class="note-authors"><a href="/profile?id=~Ann_Lee1" class="profile-link">Ann Lee</a>, <a href="/profile?id=~Jan1" class="profile-link">Jan van der Berg</a></div><ul class="note-meta-info list-inline"><li>Published: 16 Jan 2024, Last Modified: 05 Mar 2024</li><li>ICLR 2024 poster</li><li class="readers">Readers: Everyone</li></ul><a role="button" class="note-content-toggle">Show details</a><div class="collapse"><ul class="list-unstyled note-content"><li><strong class="note-content-field">Keywords:</strong> <span class="note-content-value">bones, reading</span></li><li><strong class="note-content-field">Abstract:</strong> <span class="note-content-value">We read bones, and say what they mean to those who have no eyes for them.</span></li></ul></div></li>
<li class="note"><h4><a href="/forum?id=ZyXwVu98765">Forgetting Bones</a></h4><div class="note-authors">Anonymous</div></li></ul></body></html>`;

export const anthology = `${head("ACL 2020")}<section><h2>Proceedings of the 58th Annual Meeting</h2><p class="d-sm-flex align-items-stretch"><span class="d-block mr-2 text-nowrap list-button-row"><a class="badge badge-primary" href="https://aclanthology.org/2020.acl-main.1.pdf">pdf</a> <a class="badge badge-secondary" href="/2020.acl-main.1.bib">bib</a> <a class="badge badge-info" href="#abstract-1">abs</a></span><span class="d-block"><strong><a class="align-middle" href="/2020.acl-main.1/">Learning to Understand Child-directed Speech</a></strong><br><a href="/people/l/lieke-gelderloos/">Lieke Gelderloos</a> | <a href="/people/g/gc/">Grzegorz Chrupała</a> | <a href="/people/a/aa/">Afra Alishahi</a></span></p><div class="card bg-light mb-2 mb-lg-3 collapse abstract-collapse" id="abstract-1"><div class="card-body p-3 small">Speech directed to children differs from adult-directed speech in linguistic aspects such as repetition, word choice, and sentence length.</div></div>
<p class="d-sm-flex align-items-stretch"><span class="d-block mr-2 text-nowrap list-button-row"><a class="badge badge-primary" href="https://aclanthology.org/2020.acl-main.2.pdf">pdf</a></span><span class="d-block"><strong><a class="align-middle" href="/2020.acl-main.2/">Predicting Depression in Screening Interviews</a></strong><br><a href="/people/a/al/">Ann Lee</a></span></p></section></body></html>`;

export const dblp = `${head("dblp: Ann Lee")}<ul class="publ-list"><li class="year">2024</li><li class="entry article toc" id="journals/pr/LeeB24" itemscope itemtype="http://schema.org/ScholarlyArticle"><nav class="publ"><ul><li><a href="https://doi.org/10.1016/j.patcog.2024.110300">electronic edition</a></li></ul></nav><cite class="data tts-content" itemprop="headline"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><a href="https://dblp.org/pid/1.html"><span itemprop="name" title="Ann Lee">Ann Lee</span></a></span>, <span itemprop="author"><a href="https://dblp.org/pid/2.html"><span itemprop="name">Jan van der Berg 0001</span></a></span>:<br> <span class="title" itemprop="name">Graph matching of hand bones.</span> <a href="https://dblp.org/db/journals/pr/pr150.html#LeeB24"><span itemprop="isPartOf"><span itemprop="name">Pattern Recognit.</span></span> <span itemprop="isPartOf"><span itemprop="volumeNumber">150</span></span></a>: <span itemprop="pagination">110300</span> (<span itemprop="datePublished">2024</span>)</cite></li>
<li class="entry inproceedings" id="conf/chi/Lee23" itemscope itemtype="http://schema.org/ScholarlyArticle"><nav class="publ"><ul><li><a href="https://doi.org/10.1145/3544548.3580000">electronic edition</a></li></ul></nav><cite class="data tts-content"><span itemprop="author"><a href="https://dblp.org/pid/1.html"><span itemprop="name">Ann Lee</span></a></span>:<br> <span class="title" itemprop="name">Reading bones with a browser.</span> <span itemprop="isPartOf"><span itemprop="name">CHI</span></span> <span itemprop="datePublished">2023</span>: <span itemprop="pagination">1-12</span></cite></li></ul></body></html>`;

export const biorxivCollection = `${head("Bioinformatics | bioRxiv", `<link rel="canonical" href="https://www.biorxiv.org/collection/bioinformatics">`)}<ul class="highwire-article-citation-list"><li class="first odd"><div class="highwire-cite highwire-cite-highwire-article highwire-citation-biorxiv-article-pap-list clearfix"><span class="highwire-cite-title"><a href="/content/10.1101/2024.01.02.574000v1" class="highwire-cite-linked-title" data-icon-position=""><span class="highwire-cite-title">Folding <em>E. coli</em> proteins</span></a></span><div class="highwire-cite-authors"><span class="highwire-citation-authors"><span class="highwire-citation-author first" data-delta="0"><span class="nlm-given-names">Ann B.</span> <span class="nlm-surname">Lee</span></span>, <span class="highwire-citation-author" data-delta="1"><span class="nlm-given-names">Jan</span> <span class="nlm-surname">van der Berg</span></span></span></div><div class="highwire-cite-metadata"><span class="highwire-cite-metadata-journal highwire-cite-metadata">bioRxiv </span><span class="highwire-cite-metadata-pages highwire-cite-metadata">2024.01.02.574000; </span><span class="highwire-cite-metadata-doi highwire-cite-metadata"><span class="doi_label">doi:</span> https://doi.org/10.1101/2024.01.02.574000 </span></div></div></li>
<li class="last even"><div class="highwire-cite highwire-cite-highwire-article"><span class="highwire-cite-title"><a href="/content/10.1101/2024.01.03.574001v2" class="highwire-cite-linked-title"><span class="highwire-cite-title">Peptides against microbes</span></a></span><div class="highwire-cite-authors"><span class="highwire-citation-authors"><span class="highwire-citation-author first"><span class="nlm-given-names">Li</span> <span class="nlm-surname">Wang</span></span></span></div></div></li></ul></body></html>`;

export const newsletter = `${head("TLDR AI")}<table><tr><td><a href="https://tracking.tldrnewsletter.com/CL0/https:%2F%2Ftldr.tech%2Fai/1/abc">View Online</a></td></tr><tr><td><h1>🧠 Deep Dives &amp; Analysis</h1></td></tr><tr><td><a href="https://tracking.tldrnewsletter.com/CL0/https:%2F%2Farxiv.org%2Fabs%2F2409.01234%3Futm_source=tldrai/1/01000191-abc/xyz=370"><strong>Scaling Readers of Bones to a Million Pages (21 minute read)</strong></a><br><br>Researchers scaled readers of bones to a million pages, and found that what they know grows with the logarithm of the pages read.</td></tr><tr><td><a href="https://tracking.tldrnewsletter.com/CL0/https:%2F%2Fgithub.com%2Fexample%2Fbones/1/01000191"><strong>Bones (GitHub Repo)</strong></a><br><br>A repository about bones that is no paper at all, and belongs to the part of the mail for engineers.</td></tr></table></body></html>`;

export const semanticScholarAlert = `<html><body><table><tr><td><p>New papers matching your library</p></td></tr><tr><td><a href="https://www.semanticscholar.org/paper/Reading-Bones/0123456789abcdef0123456789abcdef01234567?utm_source=alert_email&amp;utm_campaign=x">Reading Bones at Night</a><div>Ann Lee, Jan van der Berg, +3 authors</div><div>2024 · ArXiv</div><div>TLDR: It is shown that bones can be read at night, and that nobody has to switch on the light in order to do so.</div></td></tr><tr><td><a href="https://safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.researchgate.net%2Fpublication%2F377000001_Sleeping_bones&amp;data=x">Sleeping bones and the people who own them</a><div>Cem Öz</div></td></tr></table></body></html>`;

export const blog = `${head("A page about cooking")}<nav><a href="/a">Recipes of the season</a></nav><h1>How to cook a soup</h1><p>Take water. Boil it. Then add the things that make a soup what it is, and wait until they are done.</p><ul><li><a href="/soup">Soups</a></li><li><a href="/bread">Breads</a></li></ul></body></html>`;
