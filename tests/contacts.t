#!/bin/sh
# Whose number is whose: the parties of an item's metadata.
. tests/lib.sh

name() { printf '*[local-name()="%s"]' "$1"; }

# parties NAME WANT: of the release with the contact on standard input: "name (affiliation): numbers and addresses",
# a party in each line
parties()
{
	{
		printf 'New bridge opens in Leeds\n\nLEEDS, 5 May 2020 – The city today opened the new bridge over the river. '
		printf 'It took four years and nine million pounds.\n\nContact:\n\n'
		cat
	} >"$dir/release.txt"
	"$BIN/txt2nml" -q "$dir/release.txt" >"$dir/item.xml"
	n=$(xmllint --xpath "count(//$(name contactInfo))" "$dir/item.xml")
	for i in $(seq "$n"); do
		party="(//$(name infoSource)[.//$(name contactInfo)])[$i]"
		xmllint --xpath "concat($party/$(name name), ' (', normalize-space($party//$(name affiliation)), '): ',
			normalize-space($party//$(name contactInfo)))" "$dir/item.xml"
		echo
	done | sed '/^$/d; s/ ()//' >"$dir/parties"
	is "$1" "$(cat "$dir/parties")" "$2"
}

parties 'a line for the public is another party' 'Jane Miller: +44 20 7946 0958 miller@example.com
Questions of drivers: 0800 123 4567 drivers@example.com' <<'END'
Jane Miller, tel.: +44 20 7946 0958, e-mail: miller@example.com

Questions of drivers: free line 0800 123 4567, e-mail: drivers@example.com
END
parties 'an organisation with fields of its own is another' 'Jane Miller: +44 20 7946 0958 miller@example.com
Acme Bridges Ltd: 0800 123 4567' <<'END'
Jane Miller, tel.: +44 20 7946 0958, e-mail: miller@example.com

Acme Bridges Ltd, tel.: 0800 123 4567
END
parties 'in one line, parted by slashes' 'Jane Miller: Press officer +44 20 7946 0958 miller@example.com' <<'END'
Jane Miller / Press officer / +44 20 7946 0958 / miller@example.com
END
parties 'side by side' 'Jane Miller: Press officer +44 20 7946 0958 miller@example.com
Peter Brook: Head of communications +44 20 7946 0959 brook@example.com' <<'END'
Jane Miller              Peter Brook
Press officer            Head of communications
+44 20 7946 0958         +44 20 7946 0959
miller@example.com       brook@example.com
END
parties 'a number and one for fax side by side are of one' 'Jane Miller: +44 20 7946 0958 +44 20 7946 0959 miller@example.com' <<'END'
Jane Miller
Tel. +44 20 7946 0958    Fax +44 20 7946 0959
miller@example.com
END
parties 'a second number of hers is hers' 'Jane Miller: +44 20 7946 0958 miller@example.com +44 20 7946 0959' <<'END'
Jane Miller, tel.: +44 20 7946 0958, e-mail: miller@example.com

Mobile: +44 20 7946 0959
END
parties 'a paragraph for each field is one contact' 'Jane Miller: +44 20 7946 0958 miller@example.com' <<'END'
Jane Miller

Tel.: +44 20 7946 0958

E-mail: miller@example.com
END
parties 'two persons are two' 'Jane Miller: +44 20 7946 0958
John Cross: cross@example.com' <<'END'
Jane Miller, tel.: +44 20 7946 0958

John Cross, e-mail: cross@example.com
END
parties 'each under the name of its office' 'Jane Miller (Leeds): miller@example.com +44 20 7946 0958
John Cross (York): cross@example.com +44 20 7946 0959' <<'END'
Leeds
Jane Miller
miller@example.com
Phone: +44 20 7946 0958

York
John Cross
cross@example.com
Phone: +44 20 7946 0959
END
parties 'an office behind the name' 'Jane Miller (Acme Bridges Ltd): miller@example.com
John Cross (River Towns Ltd): cross@example.com' <<'END'
Jane Miller, Acme Bridges Ltd, miller@example.com

John Cross, River Towns Ltd, cross@example.com
END
parties 'what stands twice is said once' 'Jane Miller: miller@example.com +44 20 7946 0958' <<'END'
Jane Miller, e-mail: miller@example.com

E-mail: miller@example.com

Tel.: +44 20 7946 0958
END
done_testing
