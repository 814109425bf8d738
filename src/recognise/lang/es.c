/* Spanish. */
#include "recognise/lang.h"

const struct language lang_es = {
	.tag = "es",
	.common = "de la el en y los las del que con para por una un su sus se es al como más este esta lo son fue han ha sobre "
		  "entre desde también",
	.letters = "ñ¿¡",
	.months = { "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago",
		"septiembre|setiembre|sept|sep", "octubre|oct", "noviembre|nov", "diciembre|dic" },
	.words = {
		[WORDS_SUNDAY] = "domingo", [WORDS_MONDAY] = "lunes", [WORDS_TUESDAY] = "martes",
		[WORDS_WEDNESDAY] = "miércoles", [WORDS_THURSDAY] = "jueves", [WORDS_FRIDAY] = "viernes",
		[WORDS_SATURDAY] = "sábado",
		[WORDS_DATE] = "de|del|el|a",
		[WORDS_TIME] = "a las|a la|desde las",
		[WORDS_HOUR] = "horas|hrs|h",
		[WORDS_PREPOSITION] = "en|a|al|desde|hasta|del|para|por|tras|durante|el|este|esta",
		[WORDS_PARTICLE] = "de|del|la|las|los|el|y",
		[WORDS_JOINER] = "y",
		[WORDS_LABEL] = "nota de prensa|comunicado de prensa|gacetilla de prensa|comunicado|boletín de prensa|"
				"convocatoria de prensa",
		[WORDS_NUMBER] = "n.º|nº|no.|núm.",
		[WORDS_RELEASE_LINE] = "para su difusión inmediata|para difusión inmediata|para publicación inmediata",
		[WORDS_EMBARGO] = "embargado hasta|embargo|embargada hasta|bajo embargo",
		[WORDS_DATE_LABEL] = "fecha|publicado|publicado el|fecha de publicación|año",
		[WORDS_TOPIC] = "tema|temas|categoría|categorías|etiquetas|sección",
		[WORDS_BYLINE] = "por|autor|autora",
		[WORDS_CONTACT] = "contacto de prensa|contactos de prensa|contacto para prensa|contacto para medios|"
				  "contacto|contactos|contactos para consultas|para más información|más información|"
				  "gabinete de prensa|oficina de prensa|datos de contacto|consultas de prensa|"
				  "contacto de medios",
		[WORDS_ABOUT] = "acerca de|acerca del|sobre|quiénes somos",
		[WORDS_IS_A] = "es un|es una|es el|es la|somos|fue fundad*|ofrece|se dedica",
		[WORDS_END] = "fin|fin del comunicado",
		[WORDS_DOWNLOAD] = "descargar|descarga|descargue|haga clic|más información en|quieres saber más|lea también",
		[WORDS_LINK] = "aquí|enlace",
		[WORDS_ISSUER] = "fuente|emisor",
		[WORDS_NOTES] = "nota para editores|notas para editores|nota a los editores|notas para los editores|nota a redactores",
		[WORDS_LEGAL] = "declaraciones prospectivas|aviso legal|declaraciones a futuro",
		[WORDS_PHONE] = "tel.|tel|teléfono|tfno.|móvil|celular|cel.|cell|phone|t|m",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|correo|correo electrónico|e",
		[WORDS_WEB] = "web|sitio web|página web|www|páginas web",
		[WORDS_ADDRESS] = "dirección",
		[WORDS_MAIL] = "de|para|enviado|asunto|cc",
		[WORDS_FUNCTION] = "director*|gerente*|president*|vicepresident*|jefe|jefa|portavoz|vocero|vocera|ministr*|alcalde|"
				   "alcaldesa|secretari*|fundador*|cofundador*|responsable|coordinador*|arquitecto|"
				   "consejer*|rector*|decan*|diputad*|senador*|ceo",
		[WORDS_ORGANISATION] = "s.a.|s.l.|sa|sl|agencia|empresa|grupo|fundación|asociación|instituto|universidad|ministerio|"
				       "dirección|oficina|gabinete|consejo|comité|federación|ayuntamiento|ciudad|museo|teatro|"
				       "banco|prensa|comunicación|medios|centro|hospital|press|pr|media|comisión",
		[WORDS_TITLE] = "dr.|dra.|sr.|sra.|ing.|lic.|prof.|d.|dña.",
		[WORDS_SAYS] = "dijo|dice|comentó|comenta|agregó|agrega|añadió|añade|afirmó|afirma|explicó|explica|señaló|señala|"
			       "destacó|destaca|subrayó|subraya|declaró|declara|indicó|indica|aseguró|asegura|concluyó|"
			       "concluye|manifestó|manifiesta|expresó|apuntó|recordó|según",
	},
};
