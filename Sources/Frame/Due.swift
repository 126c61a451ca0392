package import Kernel
package import Pages
package import Storage

/// Something that somebody is to have done by a day: a review, a task, a step.
///
/// Its words name no pupil and say nothing of one: they leave the house in calendars and mails. Its name and address may
/// hold a pupil's number and do not leave it.
package struct Due: Hashable, Sendable {
    /// A stable name inside the house: `case-review-12`; calendars get another one made of it.
    package let code: String
    /// The last day on which it is in time.
    package let day: Day
    /// What is to be done.
    package let words: Text
    /// Whom it is about; pages name them to those who may see them.
    package let pupil: PupilID?
    /// Who answers for it; nil where nobody does yet.
    package let owner: Text?
    /// Where it is to be done.
    package let institution: InstitutionID
    /// The page on which it is done.
    package let address: Address
    /// What it is about, where that is neither one pupil nor several, or where the pupil may not be named.
    package let about: Text?
    /// Whether whoever asks for their own dates is told by the thing itself whose it is, whatever else they may see.
    package let namesPupil: Bool
    /// What it is of; said by its source when dates are put together.
    package var kind = DueKind.cases
    /// How many things it stands for, where it tells of several at once; mails count them.
    package let count: Int
    /// Whether nobody has looked at it yet: mails tell of it from the first day on, however far its date is.
    package let isNew: Bool

    /// A thing to be done.
    package init(
        _ code: String,
        by day: Day,
        _ words: Text,
        of pupil: PupilID?,
        owner: Text? = nil,
        at institution: InstitutionID,
        _ address: Address,
        about: Text? = nil,
        namesPupil: Bool = false,
        count: Int = 1,
        isNew: Bool = false
    ) {
        self.code = code
        self.day = day
        self.words = words
        self.pupil = pupil
        self.owner = owner
        self.institution = institution
        self.address = address
        self.about = about
        self.namesPupil = namesPupil
        self.count = count
        self.isNew = isNew
    }
}

/// Whose dates are wanted, and until when.
package struct DueQuestion: Sendable {
    /// Whose dates.
    package enum Whose: Sendable {
        /// What somebody answers for, as far as it is open to them.
        case own(Asker)
        /// Everything within a reach, for those who lead the work.
        case within(Reach)
    }

    /// Whose dates.
    package let whose: Whose
    /// The last day that is wanted.
    package let until: Day
    /// The day of asking.
    package let today: Day
    /// The tenant.
    package let tenant: TenantID
    /// Measures by name, for what follows from figures.
    package let measures: MeasureBook

    /// A question.
    package init(
        _ whose: Whose,
        until: Day,
        today: Day,
        tenant: TenantID,
        measures: MeasureBook
    ) {
        self.whose = whose
        self.until = until
        self.today = today
        self.tenant = tenant
        self.measures = measures
    }

    /// A question at a desk, of its day.
    package init(_ whose: Whose, until: Day, at desk: Desk) {
        self.init(
            whose,
            until: until,
            today: desk.today,
            tenant: desk.tenant,
            measures: desk.house.measures
        )
    }
}

/// A kind of thing with a date; a room names its kinds in ``Room/dues``.
package protocol DueSource: Sendable {
    /// What somebody must hold for a date of the kind to be theirs; those who lost it have none left.
    static var permission: Permission { get }
    /// Whether home tells in a line of its own what of it is late; what is late of all kinds leaves it out there.
    static var hasOwnLine: Bool { get }
    /// What its dates are of, by which people look for them.
    static var kind: DueKind { get }
    /// What is not done yet and due by the last day asked for, and whatever is new.
    static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due]
}

extension DueSource {
    /// Most dates are those of cases and of meetings about pupils.
    package static var permission: Permission { .joinCases }
    /// Most dates are of a case itself.
    package static var kind: DueKind { .cases }
    /// Most kinds are told of together.
    package static var hasOwnLine: Bool { false }
}
