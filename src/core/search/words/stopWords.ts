// English words that carry no subject: the stop list of Lucene's EnglishAnalyzer joined with the one of the npm package
// `stopword` (both permissively licensed), as measured best with BM25 on six collections.

export const stopWords: ReadonlySet<string> = new Set(
	(
		"a about after all also am an and another any are as at be because been before being between both but by came can " +
		"come could did do each for from get got had has have he her here him himself his how i if in into is it like make " +
		"many me might more most much must my never no not now of on only or other our out over said same see should since " +
		"some still such take than that the their them then there these they this those through to too under up very was " +
		"way we well were what where which while who will with would you your"
	).split(" "),
);
