/* Portuguese. */
#include "recognise/lang.h"

const struct language lang_pt = {
	.tag = "pt",
	.common = "de a o e do da em um uma para com não os as dos das no na nos nas que se por mais como ao foi são é pelo pela "
		  "esta este sua seu também",
	.letters = "ãõ",
	.months = { "janeiro|jan", "fevereiro|fev", "março|mar", "abril|abr", "maio|mai", "junho|jun", "julho|jul",
		"agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro|dez" },
	.words = {
		[WORDS_SUNDAY] = "domingo", [WORDS_MONDAY] = "segunda-feira", [WORDS_TUESDAY] = "terça-feira",
		[WORDS_WEDNESDAY] = "quarta-feira", [WORDS_THURSDAY] = "quinta-feira",
		[WORDS_FRIDAY] = "sexta-feira", [WORDS_SATURDAY] = "sábado",
		[WORDS_DATE] = "de|do|o|em",
		[WORDS_TIME] = "às|a partir das",
		[WORDS_HOUR] = "horas|h",
		[WORDS_PREPOSITION] = "em|no|na|desde|até|a|ao|para|por|após|durante|este|esta",
		[WORDS_PARTICLE] = "de|do|da|dos|das",
		[WORDS_JOINER] = "e",
		[WORDS_LABEL] = "comunicado à imprensa|comunicado de imprensa|nota à imprensa|nota de imprensa|release|"
				"press release|kit de imprensa",
		[WORDS_NUMBER] = "n.º|nº|no.",
		[WORDS_RELEASE_LINE] = "para divulgação imediata|para publicação imediata",
		[WORDS_EMBARGO] = "embargo|embargado até|sob embargo",
		[WORDS_DATE_LABEL] = "data|publicado em|publicado|ano",
		[WORDS_TOPIC] = "tema|temas|categoria|categorias|palavras-chave|assunto",
		[WORDS_BYLINE] = "por|autor|autora",
		[WORDS_CONTACT] = "contatos|contato|contactos|contacto|perguntas da imprensa|informação à imprensa|"
				  "informações à imprensa|assessoria de imprensa|contato de imprensa|contatos de imprensa|"
				  "para mais informações|mais informações",
		[WORDS_ABOUT] = "sobre o|sobre a|sobre|acerca de",
		[WORDS_IS_A] = "é um|é uma|é o|é a|foi fundad*|oferece",
		[WORDS_END] = "fim",
		[WORDS_DOWNLOAD] = "baixar|download|descarregar|clique aqui|saiba mais|leia também",
		[WORDS_LINK] = "aqui|link",
		[WORDS_ISSUER] = "fonte",
		[WORDS_NOTES] = "nota aos editores|notas aos editores|nota para editores",
		[WORDS_LEGAL] = "declarações prospectivas|aviso legal",
		[WORDS_PHONE] = "tel.|tel|telefone|telemóvel|celular|cel.|t|m",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|e",
		[WORDS_WEB] = "web|site|www|páginas na web|website",
		[WORDS_ADDRESS] = "endereço|morada",
		[WORDS_MAIL] = "de|para|enviado|assunto|cc",
		[WORDS_FUNCTION] = "diretor*|director*|gerente|president*|vice-presidente|chefe|porta-voz|ministr*|prefeit*|"
				   "secretári*|fundador*|coordenador*|arquiteto|reitor*|ceo",
		[WORDS_ORGANISATION] = "s.a.|sa|ltda|lda|agência|empresa|grupo|fundação|associação|instituto|universidade|ministério|"
				       "direção|gabinete|conselho|comité|federação|câmara|museu|teatro|banco|imprensa|"
				       "comunicação|centro|hospital|press|pr|media",
		[WORDS_TITLE] = "dr.|dra.|sr.|sra.|eng.|prof.",
		[WORDS_SAYS] = "disse|diz|explica|explicou|segundo|comenta|comentou|afirma|afirmou|acrescenta|acrescentou|destaca|"
			       "destacou|ressalta|ressaltou|declara|declarou|conclui|concluiu",
	},
};
