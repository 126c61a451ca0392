package import Frame
package import Kernel

/// A place and time, as seen from whoever holds a role: the columns of the matrix.
package enum Situation: String, CaseIterable, Sendable {
    /// The whole tenant.
    case tenant
    /// The institution that the role is held in.
    case ownInstitution
    /// Another institution.
    case otherInstitution
    /// The class that the role is held for, or one of the own institution.
    case ownClass
    /// Another class of the own institution.
    case otherClass
    /// A class of another institution.
    case foreignClass
    /// A pupil of the class, or the pupil of the case.
    case ownPupil
    /// Another pupil of the own class.
    case otherPupil
    /// A pupil of another institution.
    case foreignPupil
    /// What is one's own.
    case own
    /// What is somebody else's own.
    case others

    /// What people call it.
    package var words: Text {
        switch self {
        case .tenant: Text(lv: "Visa pārvalde", en: "The whole board")
        case .ownInstitution: Text(lv: "Sava iestāde", en: "Own institution")
        case .otherInstitution: Text(lv: "Cita iestāde", en: "Another institution")
        case .ownClass: Text(lv: "Sava klase", en: "Own class")
        case .otherClass: Text(lv: "Cita klase savā iestādē", en: "Another class of the own institution")
        case .foreignClass: Text(lv: "Klase citā iestādē", en: "A class of another institution")
        case .ownPupil: Text(lv: "Savs izglītojamais", en: "Own pupil")
        case .otherPupil: Text(lv: "Cits izglītojamais savā klasē", en: "Another pupil of the own class")
        case .foreignPupil: Text(lv: "Izglītojamais citā iestādē", en: "A pupil of another institution")
        case .own: Text(lv: "Savi dati", en: "One's own")
        case .others: Text(lv: "Cita lietotāja dati", en: "Another user's own")
        }
    }

    /// The scope of a request in the situation, in the world of ``Role/sample(_:permissions:)``.
    package var scope: Scope {
        let here = InstitutionID(rawValue: 1)
        let there = InstitutionID(rawValue: 2)
        let classHere = ClassID(rawValue: 10)
        let classThere = ClassID(rawValue: 20)
        return switch self {
        case .tenant: .tenant
        case .ownInstitution: Scope(institution: here)
        case .otherInstitution: Scope(institution: there)
        case .ownClass: Scope(institution: here, classGroup: classHere)
        case .otherClass: Scope(institution: here, classGroup: ClassID(rawValue: 11))
        case .foreignClass: Scope(institution: there, classGroup: classThere)
        case .ownPupil: Scope(institution: here, classGroup: classHere, pupil: PupilID(rawValue: 100))
        case .otherPupil: Scope(institution: here, classGroup: classHere, pupil: PupilID(rawValue: 101))
        case .foreignPupil: Scope(institution: there, classGroup: classThere, pupil: PupilID(rawValue: 200))
        case .own: Scope(owner: AccountID(rawValue: 1))
        case .others: Scope(owner: AccountID(rawValue: 2))
        }
    }
}

extension ScopeLevel {
    /// The scope of this level in the world of the situations.
    package var sample: Scope {
        switch self {
        case .tenant: Situation.tenant.scope
        case .institution: Situation.ownInstitution.scope
        case .classGroup: Situation.ownClass.scope
        case .pupil: Situation.ownPupil.scope
        }
    }
}

extension Role {
    /// Somebody who holds the role for the own place of a level, without an end.
    package func sample(_ level: ScopeLevel, permissions: [Permission]) -> Asker {
        let account = AccountID(rawValue: 1)
        let grants = grants(
            in: level.sample,
            from: Day(number: 0),
            to: nil,
            account: account,
            permissions: permissions
        )
        return Asker(account: account, name: name, language: .lv, grants: grants + [Grant.own(account)])
    }
}
