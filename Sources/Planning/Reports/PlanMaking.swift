internal import Frame
internal import Kernel

/// How the numbers of programmes are made that several tables have.
enum PlanMaking {
    /// What the programme itself says.
    static let said = NumberMaking(
        Text(
            lv: "Kā ierakstīts programmā, tās labojumos vai vērtību tabulā.",
            en: "As the programme says, its changes, or the table of values."
        ),
        of: []
    )

    static let planned = NumberMaking(
        Text(
            lv: """
                Summa, ko programmas budžeta rinda paredz kolonnas gadam; ja rindai tādas nav, tās daļu summas kopā. Kopā – \
                visas rindas, kas nav citas rindas daļas.
                """,
            en: """
                The amount that the line of the programme’s budget plans for the year of the column; where the line has none, \
                those of its parts together. The total is of all lines that are parts of no other.
                """
        ),
        of: []
    )

    /// The sum over the columns of years.
    static func total(_ years: [Int]) -> NumberMaking {
        NumberMaking(
            Text(
                lv: "Rindas visu gadu paredzētās summas kopā; tukša šūna nav nulle.",
                en: "The amounts planned in the row for all years together; a blank is no nought."
            ),
            of: years.map { "y\($0)" }
        )
    }

    static let spent = NumberMaking(
        Text(
            lv: """
                Rindai ierakstītās izlietotās summas visos gados kopā; ja rindai tādas nav, tās daļu izlietotais.
                """,
            en: """
                The amounts entered as spent on the line in all years together; where it has none, those of its parts.
                """
        ),
        of: []
    )

    static let bySource = NumberMaking(
        Text(
            lv: """
                Kolonnas gadam paredzētās summas rindās, kuru finanšu avots ir šis; rindai bez avota ir augstākās rindas avots. \
                Ja summas ir rindas daļām, skaita tās, nevis pašu rindu.
                """,
            en: """
                The amounts planned for the year of the column in lines of this source of finance; a line without one has that \
                of the line above. Where parts of a line have amounts, these are counted and not the line.
                """
        ),
        of: []
    )

    static let late = NumberMaking(
        Text(
            lv: "Dienas no nokavētā termiņa līdz šodienai; ja nokavēti vairāki, no vecākā.",
            en: "Days from the term that has passed until today; of several from the oldest."
        ),
        of: []
    )

    static let due = NumberMaking(
        Text(
            lv: """
                Cik reižu aktivitātes pasākumiem izvēlētajā gadā vismaz jānotiek: prasītais skaits, reizināts ar posmiem \
                gadā un, ja tas jāveic katrai iestādei, ar iestāžu skaitu; vairāku pasākumu skaitu saskaita.
                """,
            en: """
                How often the events of the activity are to take place in the year at least: the number asked for, times the \
                spans of the year and, where each institution is to hold them, the institutions; several are added up.
                """
        ),
        of: []
    )

    static let held = NumberMaking(
        Text(
            lv: "Aktivitātes pasākumi, kas izvēlētajā gadā ierakstīti kā notikuši; katru skaita vienreiz.",
            en: "Events of the activity that are entered as held in the year; each counts once."
        ),
        of: []
    )

    static let lacking = NumberMaking(
        Text(
            lv: """
                Cik no pasākumiem, kam izvēlētajā gadā jānotiek, nav notikuši; katrai iestādei un katram pasākumam skaita \
                atsevišķi, tāpēc tas, kas noticis virs prasītā, citur trūkstošo neaizstāj.
                """,
            en: """
                How many of the events that are to take place in the year did not; counted for each institution and each kind \
                of event by itself, so that what was held beyond the number does not make up for what is missing elsewhere.
                """
        ),
        of: []
    )

    static let participants = NumberMaking(
        Text(
            lv: "Pasākumu dalībnieku skaits kopā; pasākumi, kuriem tas nav ierakstīts, nav ieskaitīti.",
            en: "Participants of the events together; events without a number of them do not count."
        ),
        of: []
    )
}
