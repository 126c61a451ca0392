import Kernel

extension DoorWords {
    /// Rows that are edited on pages made of their kind, by the address of their form.
    static let rows: [String: Text] = [
        "/rules/:rule/:from": Text(lv: "Normatīvās prasības ieraksts", en: "Record of a rule"),
        "/rules/:rule/new": Text(lv: "Jauns normatīvās prasības ieraksts", en: "New record of a rule"),
        "/codes/:list/:code": Text(lv: "Klasifikatora vērtība", en: "Value of a code list"),
        "/codes/:list/new": Text(lv: "Jauna klasifikatora vērtība", en: "New value of a code list"),
        "/scales/:scale/name": Text(lv: "Vērtējumu skala", en: "Scale of marks"),
        "/scales/:scale/value": Text(lv: "Vērtējums skalā", en: "Mark of a scale"),
        "/scales/:scale/value/new": Text(lv: "Jauns vērtējums skalā", en: "New mark of a scale"),
        "/scales/new": Text(lv: "Jauna vērtējumu skala", en: "New scale of marks"),
        "/terms/:year/:term": Text(lv: "Semestra datumi", en: "Days of a term"),
        "/institutions/:institution/places": Text(
            lv: "Iestādes dibinātājs un adreses",
            en: "Founder and addresses of an institution"
        ),
        "/subjects/:subject": Text(lv: "Mācību priekšmets", en: "Subject"),
        "/subjects/new": Text(lv: "Jauns mācību priekšmets", en: "New subject"),
        "/planning/:plan/edit": Text(lv: "Rīcības programma", en: "Action programme"),
        "/planning/new": Text(lv: "Jauna rīcības programma", en: "New action programme"),
        "/planning/:plan/amend": Text(lv: "Programmas grozījumi", en: "Amendment of a programme"),
        "/planning/annual/:report/edit": Text(lv: "Gada pārskata teksti", en: "Texts of an annual report"),
        "/planning/parties/:part/edit": Text(lv: "Iesaistītā institūcija", en: "Body that takes part"),
        "/planning/:plan/parties/new": Text(
            lv: "Jauna iesaistītā institūcija",
            en: "New body that takes part"
        ),
        "/planning/goals/:part/edit": Text(lv: "Programmas mērķis", en: "Goal of a programme"),
        "/planning/:plan/goals/new": Text(lv: "Jauns mērķis", en: "New goal"),
        "/planning/activities/:part/edit": Text(lv: "Programmas aktivitāte", en: "Activity of a programme"),
        "/planning/:plan/activities/new": Text(lv: "Jauna aktivitāte", en: "New activity"),
        "/planning/tasks/:part/edit": Text(lv: "Darba uzdevums", en: "Task of a programme"),
        "/planning/:plan/tasks/new": Text(lv: "Jauns darba uzdevums", en: "New task"),
        "/planning/resources/:part/edit": Text(lv: "Programmas resursi", en: "Resources of a programme"),
        "/planning/:plan/resources/new": Text(lv: "Jauni programmas resursi", en: "New resources"),
        "/planning/indicators/:part/edit": Text(lv: "Rezultatīvais rādītājs", en: "Indicator of a programme"),
        "/planning/:plan/indicators/new": Text(lv: "Jauns rezultatīvais rādītājs", en: "New indicator"),
        "/planning/lines/:part/edit": Text(lv: "Budžeta rinda", en: "Line of the budget"),
        "/planning/:plan/lines/new": Text(lv: "Jauna budžeta rinda", en: "New line of the budget"),
        "/planning/programmes/:part/approvals/:second": Text(
            lv: "Programmas apstiprinājums",
            en: "Approval of a programme"
        ),
        "/planning/goals/:part/results/:second": Text(
            lv: "Prioritātes sasniedzamais rezultāts",
            en: "Expected result of a priority"
        ),
        "/planning/activities/:part/outcomes/:second": Text(
            lv: "Aktivitātes gada rezultāts",
            en: "Outcome of an activity in a year"
        ),
        "/planning/activities/:part/recurrences/:second": Text(
            lv: "Cik bieži pasākums notiek",
            en: "How often an event takes place"
        ),
        "/planning/indicators/:part/values/:second": Text(
            lv: "Rādītāja vērtība",
            en: "Value of an indicator"
        ),
        "/planning/indicators/:part/targets/:second": Text(
            lv: "Rādītāja mērķa vērtība",
            en: "Target of an indicator"
        ),
        "/planning/lines/:part/amounts/:second": Text(
            lv: "Budžeta rindas summa gadā",
            en: "Amount of a year in the budget"
        ),
    ]
}
