// Kinds of data and methods that papers are told apart by, each with the words that name it, apart by bars. Words are
// compared by their stems, acronyms in capitals as they stand.

export const methodTable: Readonly<Record<string, string>> = {
	// Data
	"Computed tomography": "CT|computed tomography|CBCT|cone beam",
	"Magnetic resonance": "MRI|magnetic resonance|fMRI|diffusion imaging|tractography",
	Radiography: "radiograph|x ray|chest x ray|CXR|mammography|mammogram",
	Ultrasound: "ultrasound|ultrasonography|echocardiography|echocardiogram|sonography",
	"Nuclear imaging": "PET|positron emission|SPECT|scintigraphy",
	"Microscopy and pathology slides":
		"whole slide|histopathology|histology|microscopy|pathology slide|digital pathology|computational pathology",
	"Photographs and video": "endoscopy|colonoscopy|dermoscopy|fundus|retinal image|video|photograph|surgical video",
	"Signals and sensors":
		"ECG|EEG|electrocardiogram|electroencephalography|wearable|accelerometer|photoplethysmography|time series|sensor",
	"Health records": "EHR|EMR|electronic health record|medical record|clinical note|claims data|discharge summary",
	"Reports and text": "radiology report|corpus|corpora|free text|clinical text|report generation",
	"Genes and molecules":
		"genome|genomic|transcriptome|transcriptomic|proteomic|single cell|RNA|DNA|protein structure|mass spectrometry",
	"Surveys and interviews": "questionnaire|survey|interview|focus group|delphi",
	"Graphs and networks": "knowledge graph|graph neural network|GNN|social network|network analysis",
	"Images and point clouds": "point cloud|lidar|satellite image|remote sensing|hyperspectral|depth image",
	"Speech and audio": "speech recognition|audio|acoustic|voice recording",
	"Source code": "source code|code generation|software repository|program synthesis",

	// Methods
	"Large language models": "LLM|large language model|GPT|ChatGPT|language model|chatbot",
	"Foundation models": "foundation model|pretrained model|pre trained model",
	"Vision and language": "vision language|multimodal|multi modal|visual question answering|VQA",
	Segmentation: "segmentation|segment anything|delineation",
	"Detection and localisation": "object detection|lesion detection|landmark detection|localization|localisation",
	"Classification and diagnosis": "classifier|classification|computer aided diagnosis",
	"Prediction and prognosis": "prognosis|prognostic|risk prediction|survival analysis|survival prediction|risk score",
	"Registration and reconstruction": "image registration|reconstruction|super resolution|denoising",
	"Generative models":
		"diffusion model|generative adversarial|GAN|variational autoencoder|image synthesis|synthetic data",
	"Self-supervised learning": "self supervised|contrastive learning|masked autoencoder|unsupervised learning",
	"Federated learning and privacy": "federated learning|differential privacy|privacy preserving|secure aggregation",
	"Reinforcement learning": "reinforcement learning|RLHF|policy gradient|bandit",
	"Retrieval and agents": "retrieval augmented|RAG|tool use|multi agent|agentic|information retrieval",
	"Uncertainty and calibration": "uncertainty|calibration|conformal prediction|bayesian|out of distribution",
	Explanation: "explainable|explainability|interpretability|interpretable|saliency|XAI",
	"Fairness and bias": "fairness|subgroup|demographic bias|algorithmic bias|hidden stratification",
	"Domain shift": "domain shift|domain adaptation|domain generalization|distribution shift|covariate shift",
	"Optimisation and simulation":
		"numerical simulation|monte carlo|finite element|optimal control|convex optimization|genetic algorithm",
	"Causal inference": "causal inference|causal effect|instrumental variable|counterfactual|propensity score",
	Robots: "robot|robotic|manipulation policy|motion planning",
	Theorems: "theorem|conjecture|we prove",

	// Designs
	"Randomised trials":
		"randomized controlled|randomised controlled|RCT|randomized trial|randomised trial|clinical trial",
	"Observational studies": "cohort study|retrospective study|prospective study|case control|cross sectional",
	"Reviews and meta-analyses": "systematic review|meta analysis|scoping review|literature review",
	"Benchmarks and data sets": "benchmark|public dataset|open dataset|new dataset|leaderboard|grand challenge",
	"Software and tools": "open source|toolkit|python package|software library|framework",
	"Deployment and monitoring": "deployment|postmarket|post market|monitoring|silent trial|MLOps|regulatory",
};
