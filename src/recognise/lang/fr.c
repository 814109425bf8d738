/* French. */
#include "recognise/lang.h"

const struct language lang_fr = {
	.tag = "fr",
	.common = "le la les de des du et en un une que qui dans pour par sur est avec ce cette plus au aux il elle sont pas "
		  "nous notre ses son leur ont a été d l",
	.letters = "çœêèùû",
	.months = { "janvier|janv|jan", "février|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août|aout",
		"septembre|sept", "octobre|oct", "novembre|nov", "décembre|déc" },
	.words = {
		[WORDS_SUNDAY] = "dimanche", [WORDS_MONDAY] = "lundi", [WORDS_TUESDAY] = "mardi",
		[WORDS_WEDNESDAY] = "mercredi", [WORDS_THURSDAY] = "jeudi", [WORDS_FRIDAY] = "vendredi",
		[WORDS_SATURDAY] = "samedi",
		[WORDS_DATE] = "le|de|du",
		[WORDS_TIME] = "à|dès",
		[WORDS_HOUR] = "heures|heure|h",
		[WORDS_PREPOSITION] = "en|à|au|aux|dans|depuis|dès|du|jusqu'au|pour|par|après|avant|lors|ce|cette",
		[WORDS_PARTICLE] = "sur|sous|en|de|la|le|les|lès|du|des",
		[WORDS_JOINER] = "et",
		[WORDS_LABEL] = "communiqué de presse|communiqué|dossier de presse|invitation presse|note à la presse",
		[WORDS_NUMBER] = "n°|no|nº",
		[WORDS_RELEASE_LINE] = "pour diffusion immédiate|diffusion immédiate|pour publication immédiate",
		[WORDS_EMBARGO] = "sous embargo|embargo|ne pas diffuser avant|ne pas publier avant",
		[WORDS_DATE_LABEL] = "date|publié le|date de publication|paru le|année",
		[WORDS_TOPIC] = "thème|thèmes|rubrique|catégorie|catégories|mots-clés|étiquettes",
		[WORDS_BYLINE] = "par|auteur|auteure",
		[WORDS_CONTACT] = "contact presse|contacts presse|contact média|contacts média|contact médias|contacts médias|"
				  "contact|contacts|pour plus d'informations|pour plus d'information|pour en savoir plus|"
				  "pour tout renseignement|relations presse|relations médias|relations médiatiques|"
				  "service de presse|renseignements|personne-ressource|demandes des médias|"
				  "coordonnées",
		[WORDS_PUBLIC] = "renseignements au public",
		[WORDS_ABOUT] = "à propos de la|à propos de l'|à propos des|à propos de|à propos d'|à propos du|à propos|qui sommes-nous",
		[WORDS_PROFILE] = "en bref",
		[WORDS_IS_A] = "est un|est une|est le|est la|est l'|est l’|a été fondé*|a été créé*|propose|regroupe",
		[WORDS_END] = "fin|30|fin du communiqué",
		[WORDS_DOWNLOAD] = "télécharger|téléchargement|téléchargez|cliquez ici|cliquez-ici|en savoir plus|lire aussi",
		[WORDS_LINK] = "ici|lien",
		[WORDS_ISSUER] = "source|émetteur|éditeur",
		[WORDS_NOTES] = "note aux rédactions|notes aux rédacteurs|note aux rédacteurs|note aux éditeurs|"
				"notes aux rédactions|note à la rédaction|note aux journalistes",
		[WORDS_LEGAL] = "énoncés prospectifs|déclarations prospectives|avertissement|mentions légales|"
				"avis de non-responsabilité",
		[WORDS_PHONE] = "tél.|tél|tel.|tel|téléphone|mobile|portable|port.|t|m",
		[WORDS_FAX] = "fax|télécopie|télécopieur",
		[WORDS_EMAIL] = "e-mail|email|courriel|mail|mél|e",
		[WORDS_WEB] = "web|site web|site|www|site internet|internet",
		[WORDS_ADDRESS] = "adresse",
		[WORDS_MAIL] = "de|à|envoyé|objet|cc",
		[WORDS_FUNCTION] = "directeur|directrice|responsable*|président*|vice-président*|chef|cheffe|chargé*|attaché*|"
				   "porte-parole|ministre|maire|député*|sénat*|secrétaire|fondateur|fondatrice|"
				   "cofondateur|cofondatrice|gérant*|délégué*|conseiller|conseillère|préfet*|professeur*|"
				   "manager|ceo|pdg|dg|c.e.o",
		[WORDS_ORGANISATION] = "sa|sas|sarl|agence|société|groupe|fondation|association|institut|université|ministère|"
				       "direction|service|bureau|conseil|comité|fédération|syndicat|mairie|ville|région|"
				       "musée|théâtre|banque|presse|communication|médias|relations|cabinet|centre|hôpital|"
				       "press|pr|media",
		[WORDS_TITLE] = "m.|mme|mme.|mlle|dr|dr.|pr|pr.|me",
		[WORDS_SAYS] = "déclare|déclaré|a déclaré|affirme|a affirmé|explique|a expliqué|explique-t-il|explique-t-elle|"
			       "poursuit|a poursuivi|insiste|souligne|a souligné|ajoute|a ajouté|ajoute-t-il|précise|"
			       "a précisé|commente|a commenté|conclut|a conclu|indique|a indiqué|rappelle|estime|confie|"
			       "se réjouit|témoigne|raconte|dit|a dit|note|selon",
	},
};
