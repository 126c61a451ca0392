package import Frame
package import Kernel

/// The pupils that a class has today, wherever they were in earlier years.
///
/// A class belongs to its year: whoever works with it alone reaches none of the classes that its pupils were in before, and
/// yet sees the earlier years of each of its pupils. What is made of these pupils tells such a reader nothing new.
package struct PupilsOfToday {
    /// The pupils, and nobody else.
    package let reach: Reach

    /// Nil where the asker works with the whole institution or not with the class, and where the class has no pupil today.
    package init?(
        of classGroup: ClassID,
        in institution: InstitutionID?,
        _ question: Question
    ) throws {
        let (asker, today) = (question.asker, question.today)
        let own = Scope(institution: institution, classGroup: classGroup)
        guard asker.may(.readPupils, in: own, on: today),
            !asker.may(.readPupils, in: Scope(institution: institution), on: today)
        else { return nil }
        let everybody = try RegistryLookup(tenant: question.tenant, question.connection)
            .pupils(of: classGroup)
        // Who has left the class is not the asker's any more.
        let scopes = try ScopeFinder(tenant: question.tenant, question.connection)
            .scopes(of: Set(everybody.map { PupilID(rawValue: $0.id) }), on: today)
        var reach = Reach()
        for (pupil, scope) in scopes where scope.classGroup == classGroup { reach.add(Scope(pupil: pupil)) }
        guard !reach.isEmpty else { return nil }
        self.reach = reach
    }

    /// What is asked of them in another year, in the term and subject of a selection and in no class.
    package func selection(_ year: SchoolYear, like other: Selection) -> Selection {
        var own = Selection(year: year, term: other.term, reach: reach)
        own.subject = other.subject
        return own
    }

    /// Earlier years that have something of them, the latest first: as far as a question that has no answer of its own year
    /// goes back.
    package func years(before year: SchoolYear) -> [SchoolYear] {
        (1...PupilsOfToday.yearsBack).map { SchoolYear(year.start - $0) }
    }

    /// Tests of state and municipality are in every third grade: the latest is at most two years back, and one more for a
    /// year without.
    private static let yearsBack = 3

    /// Says of whom earlier years are.
    package static let note = Text(
        lv: """
            Iepriekšējie gadi: tie izglītojamie, kuri klasē mācās tagad, lai kurā klasē vai iestādē viņi toreiz mācījās.
            """,
        en: """
            Earlier years: the pupils that the class has now, whatever class or institution they were in then.
            """
    )

    /// Says that an earlier year is shown, and of whom.
    package static func earlier(_ year: SchoolYear) -> Text {
        Text(
            lv: """
                Šajā mācību gadā klasei datu vēl nav; rādīts \(Format(.lv).schoolYear(year)) mācību gads: tie izglītojamie, \
                kuri klasē mācās tagad, lai kurā klasē vai iestādē viņi toreiz mācījās.
                """,
            en: """
                The class has no data of this year yet; shown is \(Format(.en).schoolYear(year)): the pupils that the class \
                has now, whatever class or institution they were in then.
                """
        )
    }
}
