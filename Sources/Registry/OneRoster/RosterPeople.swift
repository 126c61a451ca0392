import Frame
import Kernel
import Storage

/// People of a set by identifier; pupils that no code tells apart wait for their class.
final class RosterPeople {
    /// A pupil of the source that is not found yet.
    struct Waiting {
        let person: Named
        let institution: InstitutionID
        let grade: Int?
    }

    /// How a user is named.
    struct Named {
        let text: String
        let code: PersonalCode?
        let external: String
        let surname: String
        let forename: String
        let place: SourcePlace
    }

    /// A post or a place at a school that `roles.csv` or the user's line gives.
    struct Role {
        let role: String
        let own: String
        let org: String
        let from: Day?
        let to: Day?
        /// In hundredths of a full load, as Sekme's own files have it.
        let load: Int?
        let lessons: Int?
        let place: SourcePlace
    }

    /// A pupil's place in a teaching group that waits for the pupil's class.
    struct Joining {
        let user: String
        let group: GroupID
        let from: Day
        let to: Day?
        let place: SourcePlace
    }

    var roles: [String: [Role]] = [:]
    var pupils: [String: PupilID] = [:]
    var staff: [String: StaffID] = [:]
    var waiting: [String: Waiting] = [:]
    var joining: [Joining] = []
    /// What demographics say of pupils that wait.
    var about: [String: [(Name, Value)]] = [:]
    /// Users that are no pupils nor staff: guardians, accounts of systems.
    var others: Set<String> = []

    init() {}
}
