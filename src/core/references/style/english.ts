// English, for whatever a style's language has no words for, so that references can be formatted without any locale file.
// The words are those of the CSL project's locale en-US (citationstyles.org, CC BY-SA 3.0), without its list of authors,
// which stands in locales/locales-en-US.xml.

import type { DateElement, DatePart, LocaleTexts, Term } from "./tree";

/** `name/form=singular|plural`, parted by ` · `; a term without `=` is its own name. */
const terms = `
advance-online-publication=advance online publication · album · audio-recording=audio recording · film
henceforth · loc-cit=loc. cit. · no-place=no place · no-place/short=n.p. · no-publisher=no publisher
no-publisher/short=n.p. · on · op-cit=op. cit. · original-work-published=original work published
personal-communication=personal communication · podcast · podcast-episode=podcast episode · preprint
radio-broadcast=radio broadcast · radio-series=radio series · radio-series-episode=radio series episode
special-issue=special issue · special-section=special section · television-broadcast=television broadcast
television-series=television series · television-series-episode=television series episode · video
working-paper=working paper · accessed · and · and others · anonymous · anonymous/short=anon. · at
available at · by · circa · circa/short=c. · cited · edition=edition|editions · edition/short=ed. · et-al=et al.
forthcoming · from · ibid=ibid. · in · in press · internet · letter · no date · no date/short=n.d. · online
presented at=presented at the · reference=reference|references · reference/short=ref.|refs. · retrieved · scale
version · article=preprint · article-journal=journal article · article-magazine=magazine article
article-newspaper=newspaper article · bill · broadcast · classic · collection · dataset · document · entry
entry-dictionary=dictionary entry · entry-encyclopedia=encyclopedia entry · event · graphic · hearing
interview · legal_case=legal case · legislation · manuscript · map · motion_picture=video recording
musical_score=musical score · pamphlet · paper-conference=conference paper · patent · performance · periodical
personal_communication=personal communication · post · post-weblog=blog post · regulation · report · review
review-book=book review · software · song=audio recording · speech=presentation · standard · thesis · treaty
webpage · article-journal/short=journal art. · article-magazine/short=mag. art.
article-newspaper/short=newspaper art. · document/short=doc. · graphic/short=graph. · interview/short=interv.
manuscript/short=MS · motion_picture/short=video rec. · report/short=rep. · review/short=rev.
review-book/short=bk. rev. · song/short=audio rec. · ad=AD · bc=BC · bce=BCE · ce=CE · open-quote=“
close-quote=” · open-inner-quote=‘ · close-inner-quote=’ · page-range-delimiter=– · colon=: · comma=,
semicolon=; · ordinal=th · ordinal-01=st · ordinal-02=nd · ordinal-03=rd · ordinal-11=th · ordinal-12=th
ordinal-13=th · long-ordinal-01=first · long-ordinal-02=second · long-ordinal-03=third · long-ordinal-04=fourth
long-ordinal-05=fifth · long-ordinal-06=sixth · long-ordinal-07=seventh · long-ordinal-08=eighth
long-ordinal-09=ninth · long-ordinal-10=tenth · act=act|acts · appendix=appendix|appendices
article-locator=article|articles · canon=canon|canons · elocation=location|locations
equation=equation|equations · rule=rule|rules · scene=scene|scenes · table=table|tables · timestamp=|
title-locator=title|titles · book=book|books · chapter=chapter|chapters · column=column|columns
figure=figure|figures · folio=folio|folios · issue=number|numbers · line=line|lines · note=note|notes
opus=opus|opera · page=page|pages · number-of-pages=page|pages · paragraph=paragraph|paragraphs
part=part|parts · section=section|sections · sub-verbo=sub verbo|sub verbis · verse=verse|verses
volume=volume|volumes · appendix/short=app.|apps. · article-locator/short=art.|arts.
elocation/short=loc.|locs. · equation/short=eq.|eqs. · rule/short=r.|rr. · scene/short=sc.|scs.
table/short=tbl.|tbls. · timestamp/short=| · title-locator/short=tit.|tits. · book/short=bk.|bks.
chapter/short=chap.|chaps. · column/short=col.|cols. · figure/short=fig.|figs. · folio/short=fol.|fols.
issue/short=no.|nos. · line/short=l.|ll. · note/short=n.|nn. · opus/short=op.|opp. · page/short=p.|pp.
number-of-pages/short=p.|pp. · paragraph/short=para.|paras. · part/short=pt.|pts. · section/short=sec.|secs.
sub-verbo/short=s.v.|s.vv. · verse/short=v.|vv. · volume/short=vol.|vols. · paragraph/symbol=¶|¶¶
section/symbol=§|§§ · chair=chair|chairs · compiler=compiler|compilers · contributor=contributor|contributors
curator=curator|curators · executive-producer=executive producer|executive producers · guest=guest|guests
host=host|hosts · narrator=narrator|narrators · organizer=organizer|organizers · performer=performer|performers
producer=producer|producers · script-writer=writer|writers · series-creator=series creator|series creators
director=director|directors · editor=editor|editors · editorial-director=editor|editors
illustrator=illustrator|illustrators · translator=translator|translators
editortranslator=editor & translator|editors & translators · compiler/short=comp.|comps.
contributor/short=contrib.|contribs. · curator/short=cur.|curs.
executive-producer/short=exec. prod.|exec. prods. · narrator/short=narr.|narrs. · organizer/short=org.|orgs.
performer/short=perf.|perfs. · producer/short=prod.|prods. · script-writer/short=writ.|writs.
series-creator/short=cre.|cres. · director/short=dir.|dirs. · editor/short=ed.|eds.
editorial-director/short=ed.|eds. · illustrator/short=ill.|ills. · translator/short=tran.|trans.
editortranslator/short=ed. & tran.|eds. & trans. · chair/verb=chaired by · compiler/verb=compiled by
contributor/verb=with · curator/verb=curated by · executive-producer/verb=executive produced by
guest/verb=with guest · host/verb=hosted by · narrator/verb=narrated by · organizer/verb=organized by
performer/verb=performed by · producer/verb=produced by · script-writer/verb=written by
series-creator/verb=created by · container-author/verb=by · director/verb=directed by · editor/verb=edited by
editorial-director/verb=edited by · illustrator/verb=illustrated by · interviewer/verb=interview by
recipient/verb=to · reviewed-author/verb=by · translator/verb=translated by
editortranslator/verb=edited & translated by · compiler/verb-short=comp. by · contributor/verb-short=w.
curator/verb-short=cur. by · executive-producer/verb-short=exec. prod. by · guest/verb-short=w. guest
host/verb-short=hosted by · narrator/verb-short=narr. by · organizer/verb-short=org. by
performer/verb-short=perf. by · producer/verb-short=prod. by · script-writer/verb-short=writ. by
series-creator/verb-short=cre. by · director/verb-short=dir. by · editor/verb-short=ed. by
editorial-director/verb-short=ed. by · illustrator/verb-short=illus. by · translator/verb-short=trans. by
editortranslator/verb-short=ed. & trans. by · month-01=January · month-02=February · month-03=March
month-04=April · month-05=May · month-06=June · month-07=July · month-08=August · month-09=September
month-10=October · month-11=November · month-12=December · month-01/short=Jan. · month-02/short=Feb.
month-03/short=Mar. · month-04/short=Apr. · month-05/short=May · month-06/short=Jun. · month-07/short=Jul.
month-08/short=Aug. · month-09/short=Sep. · month-10/short=Oct. · month-11/short=Nov. · month-12/short=Dec.
season-01=Spring · season-02=Summer · season-03=Autumn · season-04=Winter
`;

let built: LocaleTexts | undefined;

/** The locale en-US, made at the first call. */
export function english(): LocaleTexts {
	built ??= {
		language: "en-us",
		punctuationInQuote: true,
		terms: new Map(
			terms
				.trim()
				.split(/ · |\n/)
				.map(readTerm),
		),
		dates: new Map([
			[
				"text",
				dateOf("text", [part("month", "long", " "), part("day", "numeric", ", "), part("year", "long", "")]),
			],
			["numeric", dateOf("numeric", [twoDigits("month", "/"), twoDigits("day", "/"), part("year", "long", "")])],
		]),
	};
	return built;
}

function readTerm(written: string): readonly [string, Term] {
	const equals = written.indexOf("=");
	const [named = "", match] = (equals < 0 ? written : written.slice(0, equals)).split("#");
	const [name = "", form = "long"] = named.split("/");
	const [single = "", multiple = single] = equals < 0 ? [name] : written.slice(equals + 1).split("|");
	return [`${name}|${form}|`, { single, multiple, ...(match !== undefined && { match }) }];
}

function part(name: DatePart["name"], form: string, suffix: string): DatePart {
	return { name, form, format: { prefix: "", suffix, marks: {} } };
}

function twoDigits(name: DatePart["name"], suffix: string): DatePart {
	return part(name, "numeric-leading-zeros", suffix);
}

function dateOf(form: "text" | "numeric", parts: readonly DatePart[]): DateElement {
	return {
		kind: "date",
		variable: "",
		form,
		precision: "year-month-day",
		parts,
		format: { prefix: "", suffix: "", marks: {} },
	};
}
