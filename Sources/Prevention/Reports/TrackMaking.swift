internal import Frame
internal import Kernel

/// How the numbers of the track record are made: all six of the same pupils, of whom the outcome is known.
enum TrackMaking {
    static let pupils = NumberMaking(
        Text(
            lv:
                "Izglītojamie, par kuriem zināms iznākums un par kuriem bija pietiekami daudz datu, lai spriestu par pazīmi.",
            en: "Pupils of whom the outcome is known and of whom there were enough data to judge the sign."
        ),
        of: []
    )

    static let flagged = NumberMaking(
        Text(
            lv: """
                No tiem izglītojamie, kuriem gadā bija rindā nosauktā pazīme vai tik pazīmju; rindās par komandu – pirmie, \
                kuriem tā palīdzētu.
                """,
            en: """
                Of these the pupils who in the year had the sign that the row names, or so many signs; in rows about the team \
                those whom it would serve first.
                """
        ),
        of: ["pupils"]
    )

    static let outcomes = NumberMaking(
        Text(
            lv: "No visiem rindas izglītojamajiem tie, kuriem iznākums iestājās, ar pazīmi vai bez tās.",
            en: "Of all pupils of the row those whom the outcome befell, with the sign or without it."
        ),
        of: ["pupils"]
    )

    static let hits = NumberMaking(
        Text(
            lv: "Izglītojamie ar pazīmi, kuriem iznākums iestājās.",
            en: "Flagged pupils whom the outcome befell."
        ),
        of: ["flagged", "outcomes"]
    )

    static let precision = NumberMaking(
        Text(
            lv: "Izglītojamie ar abiem, dalīti ar izglītojamajiem ar pazīmi; noapaļo līdz simtdaļai.",
            en: "Pupils with both over the pupils flagged; rounded to hundredths."
        ),
        of: ["hits", "flagged"]
    )

    static let sensitivity = NumberMaking(
        Text(
            lv: "Izglītojamie ar abiem, dalīti ar izglītojamajiem ar iznākumu; noapaļo līdz simtdaļai.",
            en: "Pupils with both over the pupils with the outcome; rounded to hundredths."
        ),
        of: ["hits", "outcomes"]
    )
}
