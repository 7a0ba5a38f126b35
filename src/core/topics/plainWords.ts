// Words that papers of every field use: they never make or name a topic. Compared by their stems.

import { stem } from "../search/analyzer";
import { fold } from "../text/normalize";

const words =
	"ability able above accuracy accurate achieve across address advance advantage aim algorithm allow although analyse analysis " +
	"analyze appear application apply approach appropriate area argue article aspect assess assessment associate assume author " +
	"available average base basic benefit best better case cause central certain challenge change characteristic code collect " +
	"combine common compare comparison complete complex component compute concept conclude conclusion condition conduct consider " +
	"consist consistent contain context contribute control correct cost create critical current data dataset decrease define " +
	"degree demonstrate depend deploy deployment derive describe design detail determine develop development differ difference " +
	"different difficult direct discuss discussion due early easy effect effective effectiveness efficient either element employ " +
	"enable end enhance ensure especially establish estimate evaluate evaluation even evidence examine example exist experiment " +
	"experimental explain explore extend extensive extent fact factor far feature field final find finding first five focus follow " +
	"form found four framework full function further future gap general generally generate give given global goal good great group " +
	"grow help high highlight highly however human idea identify illustrate impact implement implementation importance important " +
	"improve improvement include incorporate increase indicate individual influence inform information initial input insight instead " +
	"interest introduce investigate involve issue issues itself key know known lack large larger last lead less let level limit " +
	"limitation limited line list literature little local long low main mainly major manner may mean measure mechanism method " +
	"methodology metric model moreover multiple name namely nature necessary need new next normal note novel number numerous " +
	"objective observe obtain occur offer often one open order original outcome outperform output overall paper parameter part " +
	"particular particularly per perform performance period perspective place point possible potential practical practice precise " +
	"predict prediction present prevent previous previously principle problem procedure process produce promise promising proper " +
	"property propose prove provide public publicly publish purpose quality quantitative question range rate real real-world recent " +
	"recently reduce reference relate related relation relative relatively relevant rely remain report represent require " +
	"requirement research researcher respect respectively result reveal review role sample scale second section select sensitivity " +
	"separate series set seven several short show significance significant significantly similar simple simulation single situation " +
	"six size small solution solve source space specific specifically standard start state state-of-the-art statistical step " +
	"strategy strong structure study subject subsequent substantial success successful suggest suitable summary superior support " +
	"system table task technique technology ten term test theory three thus time tool total toward towards training traditional trend " +
	"two type typical typically understand underlying unit use used useful user using usually utility utilize valid validate value " +
	"variable variation variety various vary versus via view way weight whereas whether whole wide widely within without work world " +
	"year yet www http https com github et al e.g i.e vs " +
	"does doing having january february april june july august september october november december focusing abstract " +
	"academic across actual aforementioned along amount annual any apart around article assumption attempt aware away " +
	"barrier begin behind belong bottleneck bring broad bulletin call carry choose come conceptual conference " +
	"contemporary contrary convention cut day deal despite do done during effort either elucidate emphasis empirical " +
	"encourage enough entire envision era essential every except expect expose facilitate favor few finding fit " +
	"flexible foster fundamental gain get goal half happen have henceforth herein hold hope hour ii iii impose indeed " +
	"inherent intend introduction journal keep kind lag late lecture like look lose make many mention mere minute " +
	"month namely near nearly never nevertheless news nine no notable note notion now off offer once ongoing " +
	"opportunity otherwise own page paramount part pay percent permit piece popular powerful precede preliminary " +
	"preprint presence proceed proceedings profound prominent proposal proven put quick quite raise rather reach " +
	"ready recognize regard remarkable report respond reveal rich rigorous rise run satisfy say scenario scheme scope " +
	"see seek seem shed side sixth sophisticated sort spite stay still strive struggle succeed such supplement sure " +
	"surprising symposium synergy tackle tailor take tell tend third thorough though through today together " +
	"traditional true try turn twenty ubiquitous ultimate unable unclear uncover underline underscore undertake " +
	"unfortunate unique university unknown unlike unprecedented until update upon usage useful usual valuable vast " +
	"version very viable vital want week well what when where which while wish witness workshop write wrong";

/** Plain words that may end a name, after one that tells: "language models", "graph theory". */
const heads =
	"algorithm analysis assessment code computing control correction data design development effect estimation " +
	"evaluation experiment exploration feature field function generation group information inference learning " +
	"localization measure mechanism method model network object point practice prediction problem process property " +
	"quality rate relation representation research review sampling selection separation sequence series simulation " +
	"source space standard structure system task technology test testing theory training understanding validation " +
	"value";

/** Words that join others in the languages that titles are often in beside English, which has stop words already. */
const joining =
	"aber als am auf aus bei bis da das dass de den der des die dies diese durch ein eine einem einen einer eines für im ist mit " +
	"nach nicht oder sich sind über um und unter vom von vor wie wird zu zum zur zwischen au aux avec ce ces cette chez comme dans " +
	"du elle en entre est et etude étude il la le les leur leurs ne nous ou par pas plus pour qui que sa sans se ses son sont sur " +
	"un une vers al como con cual cuando del desde el ella entre era es esta este estos estudio fue ha hacia hasta lo los más mi no " +
	"o para pero por se según ser si sin sobre su sus también y ao as às da das do dos e em é ela ele essa esse isso na nas no nos " +
	"num numa os ou pela pelo são seu seus sua uma um che ci con da dal dalla degli dei del della delle di ed gli i il in nel nella " +
	"nelle non per più si sono su sul sulla tra una uno aan bij dat deze dit een en het hun is met naar niet om ook op te tot uit van " +
	"voor wordt zijn att av den det efter en ett för från har i med och om på som till är и в во на не с со по к ко из за от до для " +
	"о об при что как это или их его но а у же то между через при их все также так же может были является в том числе " +
	"في من على إلى عن مع هذا هذه التي الذي أن إن كان بين بعد قبل عند ما لا أو ثم كما خلال";

export const plainStems: ReadonlySet<string> = new Set(
	[...words.split(" "), ...joining.split(" ")].map(word => stem(fold(word))),
);

export const plainHeads: ReadonlySet<string> = new Set(
	heads
		.split(" ")
		.map(stem)
		.filter(word => plainStems.has(word)),
);

const known = new Map<string, boolean>();
const mostKnown = 200_000;

/** Whether a word may tell what a paper is about. A single ideograph may, together with its neighbour. Remembered. */
export function isTelling(word: string): boolean {
	const answer = known.get(word);
	if (answer !== undefined) return answer;
	const isLong = word.length > 1 || ideograph.test(word);
	const result = isLong && !plainStems.has(word) && /\p{L}/u.test(word) && !code.test(word);
	if (known.size >= mostKnown) known.clear();
	known.set(word, result);
	return result;
}

const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Codes of classifications, such as the Mathematics Subject Classification's 16E40. */
const code = /^\d{2}[a-z]\d{2}$/;
