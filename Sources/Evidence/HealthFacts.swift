package import Frame
package import Kernel

/// What tells of the health of pupils, and who may know it.
///
/// Why a pupil misses lessons is health data (GDPR, Article 9) where the reason is illness. Those without
/// ``Permission/readHealth`` see illness and other excuses as one number wherever few are meant; figures are hidden by
/// ``Disclosure``, and what is made of rows asks here.
package enum HealthFacts {
    /// The kinds of absence that they see as one: of two that add up to what is known, each tells the other.
    package static let kinds: [AbsenceKind] = [.illness, .excused]

    /// What the two are called together.
    package static let words = Text(lv: "Attaisnoti (arī slimības dēļ)", en: "Excused (illness included)")

    /// What lessons missed for either are called: the measure that has the two together.
    package static let lessons = Text(
        lv: "Attaisnoti kavētās stundas, arī slimības dēļ",
        en: "Lessons missed with an excuse, illness included"
    )

    /// The kind as somebody without the permission reads it.
    package static func words(_ kind: AbsenceKind) -> Text { kinds.contains(kind) ? words : kind.words }

    /// What the code of a kind is for somebody without the permission.
    package static let veil = ColumnCode.Veil(.readHealth) {
        AbsenceKind(rawValue: $0).map { HealthFacts.words($0) }
    }

    /// What the reason of an absence is for somebody without the permission: nothing, whatever its kind, as a reason that
    /// some rows have and others lack would tell their kinds apart.
    package static let reasonVeil = ColumnCode.Veil(.readHealth)

    /// Whether the asker may know it of every pupil of a selection, or of all of it that they reach.
    package static func areOpen(_ asker: Asker, _ selection: Selection, on day: Day) -> Bool {
        asker.may(.readHealth, in: selection.scope, on: day)
            || asker.reach(.readHealth, on: day).covers(selection.reach)
    }

    /// Whether tables show the two kinds together beside each alone: for those who see more of pupils than their
    /// health, and of their own lessons more than sums.
    ///
    /// It follows from rights and never from data: a column that came and went would tell what hidden cells hold.
    package static func needTogether(_ question: Question) -> Bool {
        let (asker, day) = (question.asker, question.today)
        guard !areOpen(asker, question.selection, on: day) else { return false }
        let isOwn = asker.staff.map { $0 == question.selection.teacher } ?? false
        return isOwn || Circle(asker.reach(.readPupils, on: day)) != Circle(asker.reach(.readHealth, on: day))
    }

    /// Whether the rows behind a figure would tell of health by being there.
    package static func tells(_ measure: any Measure, _ members: [Dimension: Int]) -> Bool {
        let rule = measure.disclosureRule
        return rule.health?.tells(members, rule) ?? false
    }
}
