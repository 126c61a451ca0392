internal import Kernel

/// A set of data about pupils as a family would call it: the notice has one page, so each has a line.
struct FamilyData: Sendable {
    /// The code of the set.
    let code: String
    let name: Text
    /// What is in it.
    let contents: Text

    static func named(_ code: String) -> FamilyData? { all.first { $0.code == code } }

    /// Where a set stands in the notice; one without words stands after all others.
    static func place(_ code: String) -> Int { all.firstIndex { $0.code == code } ?? all.count }

    /// What is known of a child first, what the system needs for itself last.
    static let all = [
        FamilyData(
            code: "registry-pupils",
            name: Text(lv: "Bērns un iestāde", en: "Child and institution"),
            contents: Text(
                lv: "vārds, uzvārds, personas kods, dzimšanas datums, klase, programma, īpašs statuss",
                en: "name, personal code, day of birth, class, programme, special status"
            )
        ),
        FamilyData(
            code: "attainment-pupils",
            name: Text(lv: "Sasniegumi", en: "Learning"),
            contents: Text(
                lv: "vērtējumi, nesekmība iepriekšējos gados",
                en: "marks in subjects, failures of past years"
            )
        ),
        FamilyData(
            code: "attendance-pupils",
            name: Text(lv: "Kavējumi", en: "Absence"),
            contents: Text(
                lv: "kavētās mācību stundas un iemesla veids",
                en: "lessons missed, and the kind of reason"
            )
        ),
        FamilyData(
            code: "assessments-pupils",
            name: Text(lv: "Pārbaudes darbi", en: "Tests"),
            contents: Text(lv: "rezultāti, arī eksāmenos", en: "results, also of examinations")
        ),
        FamilyData(
            code: "behaviour-pupils",
            name: Text(lv: "Uzvedība", en: "Behaviour"),
            contents: Text(lv: "iestādes ieraksti", en: "what the institution wrote down")
        ),
        FamilyData(
            code: "prevention-pupils",
            name: Text(lv: "Atbalsts", en: "Support"),
            contents: Text(
                lv: "riska pazīmes, novērojumi, rīcība kavējumu dēļ, atbalsta gadījumi, plāni, lēmumi",
                en: "signs of risk, observations, steps over absence, cases of support, plans, decisions"
            )
        ),
        FamilyData(
            code: "privacy-pupils",
            name: Text(lv: "Pieprasījumi", en: "Requests"),
            contents: Text(lv: "Jūsu lūgumi par datiem un atbildes", en: "what you asked, and the answers")
        ),
        FamilyData(
            code: "access-pupils",
            name: Text(lv: "Piekļuve", en: "Access"),
            contents: Text(
                lv: "kas un kad skatījis vai mainījis datus",
                en: "who saw or changed the data, and when"
            )
        ),
        FamilyData(
            code: "exchange-pupils",
            name: Text(lv: "Imports", en: "Import"),
            contents: Text(
                lv: "šifrētas kopijas pārbaudei un atsaukšanai",
                en: "sealed copies for checking and undoing"
            )
        ),
    ]
}
