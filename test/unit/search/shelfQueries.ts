// What people ask of the sample shelf: each query with the beginning of the title of the paper that it means. Written before
// the ranking was measured on it; seven general rows of the table of synonyms came afterwards.

export interface ShelfQuery {
	readonly query: string;
	readonly title: string;
}

export type QueryKind = "names" | "keywords" | "slips" | "paraphrases" | "sentences";

function rows(table: string): ShelfQuery[] {
	return table
		.trim()
		.split("\n")
		.map(row => {
			const [query = "", title = ""] = row.split(" => ").map(part => part.trim());
			return { query, title };
		});
}

/** Authors, names of models and data sets, years, identifiers. */
const names = rows(`
Oakden-Rayner => Hidden Stratification
filiot => Phikon-v2
Komen foundation models => Towards Robust
desai knee => SKM-TEA
author:Cosarinsky => CheXmask-U
Al Attrach => Conversational LLMs
author:Zakka year:2023 => Almanac
Fallahpour 2024 => EHRMamba
Gholizadeh => Robust Multi-Disease
corbeil => A Modular Approach
Pettersen 2021 => Code-free
Padthe => Emergency Department
author:Saha skin => The iToBoS
bean llms public => Clinical knowledge
gandlf => GaNDLF
nnlandmark => nnLandmark
ehr mamba => EHRMamba
baichuan m2 => Baichuan-M2
phikon => Phikon-v2
chexmask => CheXmask-U
meds3 => MedS$^3$
2409.09173 => Phikon-v2
title:almanac => Almanac
`);

/** Two to five words of the subject. */
const keywords = rows(`
mitotic figures => A bag of tricks
jailbreak clinical llm => Towards Safe AI
retinal OCT distillation => KD-OCT
whole-body CT segmentation => CADS
fetal ultrasound planes => Efficient Feature
clinical trial matching => Scaling Clinical
ATC drug codes => Zero-Shot ATC
federated ICD coding => Federated Learning
emergency department forecasting => Emergency Department
total body photography => The iToBoS
MIMIC natural language SQL => Conversational LLMs
error correction Japanese => MedRECT
multi-turn robustness => Shallow Robustness
hypernetworks domain adaptation => HyDA
endoscopic phase recognition => SPRMamba
brain tumour stroke => An Explainable
bone density => MedConv
knee mri dataset => SKM-TEA
tree of thoughts quantized => QM-ToT
ophthalmology languages => Multi-OphthaLingua
radiology report evaluation agent => Clinically Grounded
structured radiology reports small models => Structuring Radiology
autonomous cholecystectomy => SRT-H
lifespan from face photos => Uncertainty-Aware
model merging vision language => T3
graph chest CT abnormalities => Structured Spectral
general practice benchmark => Evaluating Clinical
synthetic clinical text generation => Knowledge-Infused
readmission prediction generalization hospitals => Generalization in Healthcare
approximate bayesian computation => Uncertainty Quantification
landmark segmentation x-ray uncertainty => CheXmask-U
siamese swin => Barlow-Swin
RAG guidelines diagnosis => Refine Medical
written exposure therapy => CARE-RAG
`);

/** A letter missing, doubled, swapped or wrong; half a word. */
const slips = rows(`
mitotc figures => A bag of tricks
opthalmology multilingual => Multi-OphthaLingua
jailbreking safe clinicians => Towards Safe AI
federeated learning icd => Federated Learning
hidden statification => Hidden Stratification
retinal distilation oct => KD-OCT
hypernetwroks => HyDA
fetal ultrasuond => Efficient Feature
cholecystectmy => SRT-H
baichaun => Baichuan-M2
landmrak detection self configuring => nnLandmark
bone densitiy convolutions => MedConv
uncertanty lifespan => Uncertainty-Aware
submucosal disection => SPRMamba
qantized tree of thought => QM-ToT
whole bodi tomografy => CADS
`);

/** The subject in other words than the title's. */
const paraphrases = rows(`
cell division counting under the microscope => A bag of tricks
robot removes a gall bladder on its own => SRT-H
how long will a person live, judged from a photo => Uncertainty-Aware
subgroups of patients for which a classifier fails unnoticed => Hidden Stratification
forecasting how many patients will arrive at the ER => Emergency Department
getting chatbots to give harmful medical advice by tricking them => Towards Safe AI
finding studies for which a cancer patient is eligible => Scaling Clinical
unborn baby scans sorted by a neural network => Efficient Feature
osteoporosis screening from CT => MedConv
pathology deep learning without programming => Code-free
asking a hospital database questions in plain English => Conversational LLMs
do people make better health decisions with a chatbot => Clinical knowledge
eye disease diagnosis from fundus photographs => Robust Multi-Disease
assigning billing codes without sharing patient data => Federated Learning
labelling prescriptions with medication classes automatically => Zero-Shot ATC
spotting mistakes in doctors' notes => MedRECT
scanner and staining differences fool slide models => Towards Robust
moles and skin lesions across the whole body => The iToBoS
language models that express how sure they are => Uncertainty Quantification
adapting a network to a new scanner at inference => HyDA
teacher network compressed for macular degeneration => KD-OCT
state space model for long patient histories => EHRMamba
smaller alternatives to GPT-4 for hospitals => A Modular Approach
commercial medical assistants worse than frontier chatbots => Generalist Large
doctors' questions answered with citations from guidelines and literature => Almanac
steps of gastrointestinal surgery recognised in video => SPRMamba
predicting hospital readmission across patient populations => Generalization in Healthcare
`);

/** Sentences of manuscripts, as they stand at the cursor. */
const sentences = rows(`
Accelerated MRI of the knee is benchmarked on public raw k-space data with dense tissue labels. => SKM-TEA
Self-supervised vision transformers trained on hundreds of millions of histology tiles serve as feature extractors. => Phikon-v2
Segmentation of 167 anatomical structures in CT volumes has been made available as an open model. => CADS
Language models fixate on familiar patterns and fail when a clinical vignette requires flexible reasoning. => Limitations of Large
Doctors in low and middle income countries are served poorly by models that answer ophthalmology questions in English only. => Multi-OphthaLingua
Accuracy drops sharply when a model is challenged over several turns of a medical conversation. => Shallow Robustness
Multimodal models can mine radiology images and free-text reports. => Potential of Multimodal
Frameworks lower the barrier to reproducible deep learning in medical imaging, from training to deployment. => GaNDLF
Attention of experts can guide reinforcement learning of models that reason over health records. => Toward Better EHR
Merging specialised and general vision-language models at test time helps under modality shift. => T3
Small medical models can evolve by Monte Carlo tree search and a process reward model. => MedS$^3$
Exam scores of language models do not predict how well the public uses them for medical advice. => Clinical knowledge
Retrieval of curated resources improved the factuality of answers to clinical questions. => Almanac
Even with the right guideline retrieved, models may reason wrongly about exposure therapy. => CARE-RAG
Benchmarks beyond licensing exams are needed to evaluate clinical language models. => MEDIC
Low-resource multimodal medical models reach good reasoning with few data. => Infi-Med
Lightweight encoder-decoder models match large ones at structuring radiology reports. => Structuring Radiology
An interactive agent can check whether a generated radiology report agrees with the reference. => Clinically Grounded
A verifier that simulates patients and generates rubrics trains a medical model by reinforcement learning. => Baichuan-M2
One model writes findings and segments the corresponding targets across imaging modalities. => UniBiomed
Verifiable medical reasoning can be trained with rewards and hard sample mining. => Fleming-R1
Synthetic clinical text can be generated with prompts infused by knowledge graphs. => Knowledge-Infused
Explainable networks detect stroke and tumours of the brain in magnetic resonance images. => An Explainable
`);

export const shelfQueries: Readonly<Record<QueryKind, readonly ShelfQuery[]>> = {
	names,
	keywords,
	slips,
	paraphrases,
	sentences,
};
