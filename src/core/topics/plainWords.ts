// Words that papers of every field use: they never make or name a topic. Compared by their stems.

import { stem } from "../search/analyzer";

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
	"year yet www http https com github et al e.g i.e vs";

export const plainStems: ReadonlySet<string> = new Set(words.split(" ").map(stem));
