package import Kernel

/// A test or examination of the board.
package struct BoardAssessment: Hashable, Sendable {
    /// Who sets it.
    package enum Kind: Int, CaseIterable, Sendable {
        /// A test of one class.
        case classTest = 1
        /// A diagnostic work of the municipality.
        case diagnostic = 2
        /// A central examination of the state.
        case exam = 3
        /// A diagnostic work of the state, marked at school.
        case stateDiagnostic = 4
        /// A monitoring work of the state, marked centrally.
        case monitoring = 5
    }

    /// The level of an examination of grade 12.
    package enum Level: Int, CaseIterable, Sendable {
        case none, optimal, highest
    }

    /// Who sets it.
    package let kind: Kind
    /// The level of an examination of grade 12.
    package let level: Level
    /// The subject, by its place in ``BoardSubject/all``.
    package let subject: Int
    /// The grade it is set for.
    package let grade: Int
    /// The school year.
    package let year: SchoolYear
    /// The term of its day.
    package let term: Int
    /// The day.
    package let day: Day
    /// The class of a class test; nil for works of municipality and state.
    package let classGroup: BoardClass?
    /// The most points; 0 where results are in per cent only.
    package let most: Int
    /// The mean of the state's pupils in tenths of a per cent; nil where the state does not set it.
    package let stateMean: Int?

    /// The code by which results name it, unlike that of any other work of the year.
    package var code: String {
        let subject = BoardSubject.all[subject].code
        switch kind {
        case .classTest:
            let number = (classGroup?.institution.number ?? 0) + 1
            return "KD-\(number)-\(classGroup?.name ?? "")-\(subject)-\(term)"
        case .diagnostic: return "PDD-\(subject)-\(grade)-\(year.start + 1)"
        case .stateDiagnostic: return "DD-\(subject)-\(grade)-\(year.start + 1)"
        case .monitoring: return "MD-\(subject)-\(grade)-\(year.start + 1)"
        case .exam:
            let level = [Level.optimal: "-OL", .highest: "-AL"][level] ?? ""
            return "CE-\(subject)-\(grade)\(level)-\(year.start + 1)"
        }
    }

    /// The name in both languages.
    package var words: Text {
        let subject = BoardAssessment.subjects[BoardSubject.all[subject].code] ?? Text(same: "")
        switch kind {
        case .classTest:
            let name = classGroup?.name ?? ""
            return Text(
                lv: "Pārbaudes darbs \(subject.lv) \(name) klasei (\(term). semestris)",
                en: "Test in \(subject.en) for class \(name) (term \(term))"
            )
        case .diagnostic:
            return Text(
                lv: "Pašvaldības diagnosticējošais darbs \(subject.lv) \(grade). klasei",
                en: "Municipal diagnostic work in \(subject.en) for grade \(grade)"
            )
        case .stateDiagnostic:
            return Text(
                lv: "Valsts diagnosticējošais darbs \(subject.lv) \(grade). klasei",
                en: "State diagnostic work in \(subject.en) for grade \(grade)"
            )
        case .monitoring:
            let literacy = BoardAssessment.literacies[BoardSubject.all[self.subject].code] ?? subject
            return Text(
                lv: "Valsts monitoringa darbs \(literacy.lv) \(grade). klasei",
                en: "State monitoring work in \(literacy.en) for grade \(grade)"
            )
        case .exam:
            let level = BoardAssessment.levels[level] ?? Text(same: "")
            return Text(
                lv: "Centralizētais eksāmens \(subject.lv) \(grade). klasei\(level.lv)",
                en: "Central examination in \(subject.en) for grade \(grade)\(level.en)"
            )
        }
    }

    /// The day on which its results come.
    var knownFrom: Day {
        switch kind {
        case .classTest: day
        case .diagnostic, .stateDiagnostic: day + 14
        case .exam, .monitoring: day + 30
        }
    }

    private static let subjects = [
        "LAT": Text(lv: "latviešu valodā", en: "Latvian"),
        "ANG": Text(lv: "angļu valodā", en: "English"),
        "DAB": Text(lv: "dabaszinībās", en: "natural sciences"),
        "MAT": Text(lv: "matemātikā", en: "mathematics"),
    ]

    /// What monitoring works are of, by the subject that stands nearest.
    private static let literacies = [
        "LAT": Text(lv: "tekstpratībā", en: "reading literacy"),
        "DAB": Text(lv: "dabaszinātņu pratībā", en: "science literacy"),
        "MAT": Text(lv: "rēķinpratībā", en: "numeracy"),
    ]

    private static let levels: [Level: Text] = [
        .optimal: Text(lv: " (optimālais līmenis)", en: " (optimal level)"),
        .highest: Text(lv: " (augstākais līmenis)", en: " (highest level)"),
    ]
}

/// What became of a pupil's part in an assessment.
package struct BoardResult: Hashable, Sendable {
    /// Whether the pupil took part.
    package enum Status: CaseIterable, Sendable {
        case took, absent, exempt
    }

    /// The assessment.
    package let assessment: BoardAssessment
    /// Whether the pupil took part.
    package let status: Status
    /// The result in whole per cents; nil for those who did not take part.
    package let percent: Int?
    /// The points where the work has any; nil for those who did not take part.
    package let points: Int?
}
