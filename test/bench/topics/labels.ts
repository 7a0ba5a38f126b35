// What the 200 papers of an arXiv listing (computer vision, January 2023) are about, in their order there: written down by
// reading them before any method was tuned. A second letter is a subject that a reader would accept as well.

const subjects = {
	a: "sound and vision",
	b: "few labels, shifts and representations",
	c: "documents",
	d: "depth, stereo and SLAM",
	e: "efficient networks",
	f: "faces and bodies",
	g: "image generation",
	l: "vision and language",
	m: "medical imaging",
	n: "neural scenes and 3D reconstruction",
	o: "object detection",
	p: "point clouds",
	q: "image restoration and quality",
	r: "remote sensing",
	s: "segmentation",
	t: "tissue slides",
	u: "satellites in space",
	v: "video and actions",
	w: "driving and robots",
	x: "explanations",
	y: "privacy, attacks and forgeries",
	z: "something else",
} as const;

const letters =
	"n br n w a t r t y a a ow yf t e g y lo m b " +
	"c vf f f lr x c b m t q p fn fg vm q q o m m " +
	"r w b g m b o g e d y y p p f bl m dp v q " +
	"vy f be b be gf b ls b gn z p vl v un u u u l r " +
	"e f mt g m o g m d v x x dn b s m m y y q " +
	"v m v g g e bl m y o m z m w l q m p s q " +
	"x v z z e sm r b g l l l g m m s l x m p " +
	"v g v w b gf d n vs d b w s f wo v e b z w " +
	"m e d f b m m n b d b a f v g m z s md g " +
	"b n d z t v s q e f q x ym g p r sy y y g";

function isSubject(letter: string): letter is keyof typeof subjects {
	return letter in subjects;
}

/** Per paper of the listing its subject, and another one that fits as well. */
export const listingSubjects: readonly (readonly string[])[] = letters.split(" ").map(word =>
	Array.from(word)
		.filter(isSubject)
		.map(letter => subjects[letter]),
);
