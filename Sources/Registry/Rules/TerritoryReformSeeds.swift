import Kernel

/// The reforms of municipalities since 2009.
///
/// Which territory went where is taken from the annexes of the laws and was checked against no register of the state,
/// so that a board mends what it knows better.
enum TerritoryReformSeeds {
    static let all: [Regulation] = [
        reform(
            Day(2009, 7, 1),
            to: Day(2021, 6, 30),
            Text(
                lv: "Rajonu un pagastu vietā izveidoti novadi un republikas pilsētas.",
                en: "Municipalities and republican cities took the place of districts and parishes."
            ),
            "Administratīvo teritoriju un apdzīvoto vietu likums (18.12.2008.)",
            .all,
            []
        ),
        reform(
            Day(2021, 7, 1),
            to: Day(2025, 6, 30),
            Text(
                lv: """
                    119 pašvaldību vietā izveidotas 43. Sadalīti Aglonas novads (daļa Krāslavas novadā) un \
                    Inčukalna novads (Vangaži Ropažu novadā); pēctecība rāda, kur palika centrs.
                    """,
                en: """
                    43 municipalities took the place of 119. Aglona (a part is in Krāslava) and Inčukalns (Vangaži is in \
                    Ropaži) were divided; the succession shows where the centre went.
                    """
            ),
            "Administratīvo teritoriju un apdzīvoto vietu likums (10.06.2020.)",
            .all,
            merged2021
        ),
        reform(
            Day(2025, 7, 1),
            to: nil,
            Text(
                lv: "Varakļānu novads apvienots ar Madonas novadu.",
                en: "Varakļāni went into Madona."
            ),
            "Grozījumi Administratīvo teritoriju un apdzīvoto vietu likumā (13.06.2024.)",
            .named,
            [("Madonas novads", "Madonas novads; Varakļānu novads")]
        ),
    ]

    private typealias Merger = (new: String, old: String)

    /// Municipalities that are not here kept their name.
    private static let merged2021: [Merger] = [
        novads("Aizkraukles", "Aizkraukles", "Jaunjelgavas", "Kokneses", "Neretas", "Pļaviņu", "Skrīveru"),
        novads("Augšdaugavas", "Daugavpils", "Ilūkstes"), novads("Ādažu", "Ādažu", "Carnikavas"),
        novads("Balvu", "Baltinavas", "Balvu", "Rugāju", "Viļakas"),
        novads("Bauskas", "Bauskas", "Iecavas", "Rundāles", "Vecumnieku"),
        novads(
            "Cēsu",
            "Amatas",
            "Cēsu",
            "Jaunpiebalgas",
            "Līgatnes",
            "Pārgaujas",
            "Priekuļu",
            "Vecpiebalgas"
        ),
        novads(
            "Dienvidkurzemes",
            "Aizputes",
            "Durbes",
            "Grobiņas",
            "Nīcas",
            "Pāvilostas",
            "Priekules",
            "Rucavas",
            "Vaiņodes"
        ),
        novads("Dobeles", "Auces", "Dobeles", "Tērvetes"), novads("Jelgavas", "Jelgavas", "Ozolnieku"),
        novads("Jēkabpils", city: "Jēkabpils", "Aknīstes", "Jēkabpils", "Krustpils", "Salas", "Viesītes"),
        novads("Krāslavas", "Dagdas", "Krāslavas"), novads("Kuldīgas", "Alsungas", "Kuldīgas", "Skrundas"),
        novads("Ķekavas", "Baldones", "Ķekavas"), novads("Limbažu", "Alojas", "Limbažu", "Salacgrīvas"),
        novads("Ludzas", "Ciblas", "Kārsavas", "Ludzas", "Zilupes"),
        novads("Madonas", "Cesvaines", "Ērgļu", "Lubānas", "Madonas"),
        novads("Mārupes", "Babītes", "Mārupes"),
        novads("Ogres", "Ikšķiles", "Ķeguma", "Lielvārdes", "Ogres"),
        novads("Preiļu", "Aglonas", "Preiļu", "Riebiņu", "Vārkavas"),
        novads("Rēzeknes", "Rēzeknes", "Viļānu"), novads("Ropažu", "Garkalnes", "Ropažu", "Stopiņu"),
        novads("Saldus", "Brocēnu", "Saldus"), novads("Saulkrastu", "Saulkrastu", "Sējas"),
        novads("Siguldas", "Inčukalna", "Krimuldas", "Mālpils", "Siguldas"),
        novads("Smiltenes", "Apes", "Raunas", "Smiltenes"),
        novads("Talsu", "Dundagas", "Mērsraga", "Rojas", "Talsu"),
        novads("Tukuma", "Engures", "Jaunpils", "Kandavas", "Tukuma"),
        novads(
            "Valmieras",
            city: "Valmiera",
            "Beverīnas",
            "Burtnieku",
            "Kocēnu",
            "Mazsalacas",
            "Naukšēnu",
            "Rūjienas",
            "Strenču"
        ),
    ]

    private static func novads(_ name: String, city: String? = nil, _ parts: String...) -> Merger {
        let old = [city].compactMap { $0 } + parts.map { "\($0) novads" }
        return ("\(name) novads", old.joined(separator: "; "))
    }

    private static func reform(
        _ day: Day?,
        to last: Day?,
        _ words: Text,
        _ source: String,
        _ reach: TerritoryReformRule.Reach,
        _ successors: [Merger]
    ) -> Regulation {
        let pairs = successors.map { #""\#($0.new)":"\#($0.old)""# }.joined(separator: ",")
        return Regulation(
            name: TerritoryReformRule.regulation,
            from: day ?? Day(number: 0),
            to: last,
            words: words,
            source: source,
            parameters: #"{"reach":"\#(reach.rawValue)","successors":{\#(pairs)}}"#,
            isEditable: true
        )
    }
}
