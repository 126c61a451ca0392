/// A part of the board's world that a permission is held for, or a request is about.
///
/// It names every level above itself, so that "does this grant cover that request" is a comparison of values
/// and asks no database.
package struct Scope: Hashable, Sendable {
    /// The institution, or nil for the whole tenant.
    package var institution: InstitutionID?
    /// The class, where the scope is no wider than one.
    package var classGroup: ClassID?
    /// The pupil, where the scope is one pupil.
    package var pupil: PupilID?
    /// The account that owns the thing, where the scope is one's own.
    package var owner: AccountID?

    /// A scope by its path.
    package init(
        institution: InstitutionID? = nil,
        classGroup: ClassID? = nil,
        pupil: PupilID? = nil,
        owner: AccountID? = nil
    ) {
        self.institution = institution
        self.classGroup = classGroup
        self.pupil = pupil
        self.owner = owner
    }

    /// All of the tenant.
    package static let tenant = Scope()

    /// Whether everything in the other scope is in this one.
    package func covers(_ other: Scope) -> Bool {
        if let owner { return owner == other.owner }
        if let pupil { return pupil == other.pupil }
        if let classGroup { return classGroup == other.classGroup }
        if let institution { return institution == other.institution }
        return true
    }
}
