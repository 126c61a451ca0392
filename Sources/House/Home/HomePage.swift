import Exchange
import Frame
import Kernel
import Pages
import Registry
import Storage

/// Home: what needs a person, what changed, and one's own places at a glance.
struct HomePage: Page {
    let method = PageMethod.get
    let path = "/"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    static let title = Text(lv: "Sākums", en: "Home")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        var (view, news) = try await desk.database.data.read {
            (try HomeView.load(desk, $0), try SubscribedNews.load(desk, language, $0))
        }
        view.needs += try await OfficeNeeds.find(view.batches, desk)
        let body: HTML = "\(view.html(language))\(news)"
        return .page(PageContent(HomePage.title, body))
    }
}

/// Everything that home shows.
struct HomeView: Sendable {
    let year: SchoolYear
    let institutions: [Place]
    let classes: [Place]
    let pupils: [Place]
    let figures: HomeFigures
    /// Figures of own classes and lessons, which whoever has them sees instead of those of the institution.
    let ofOwn: [HomeOwn]
    let batches: [RecentBatch]
    /// What waits for the person, the most urgent first.
    var needs: [Matter]
    /// What is new since the last week or import.
    let news: [Matter]
    let mayImport: Bool
    let mayAdminister: Bool
    let hasReports: Bool
    /// Whether they may take part in cases of support.
    let joinsCases: Bool
    /// The page of one's own figures, for those who teach.
    let own: Address?
    /// The subjects that they teach in the year.
    let subjects: [Place]
    /// Whether a role asks for the staff register, and the account is not linked with it.
    let lacksStaff: Bool

    /// A place that the asker reaches.
    struct Place: Sendable {
        let id: Int
        let name: String
        let path: String
    }

    /// More institutions than this are a list to search in, not a glance.
    private static let most = 60

    static func load(_ desk: Desk, _ connection: Connection) throws -> HomeView {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let year = try DataYears.latest(desk.tenant, desk.house, today: desk.today, connection)
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let institutions = try lookup.institutions(reach).prefix(most).map {
            Place(id: $0.id, name: $0.name, path: "/institutions/\($0.id)")
        }
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let works = desk.asker.reach(.readPupils, on: desk.today)
        let classes = places(.classGroup, works.classes.map(\.rawValue), "/classes/", names)
        let figures = PageFigures(desk, connection)
        let focus = try HomeFocus.list(year, institutions, classes, desk, connection)
        let batches = try RecentBatch.list(desk.tenant, limit: 50, connection)
            .filter { batch in
                batch.scope == .tenant
                    ? !reach.isEmpty : desk.asker.may(.readFigures, in: batch.scope, on: desk.today)
            }
        let mayImport = !desk.asker.reach(.importData, on: desk.today).isEmpty
        let ownFigures = desk.asker.may(
            .readTeacherFigures,
            in: Scope(owner: desk.asker.account),
            on: desk.today
        )
        let seesTeachers = !desk.asker.reach(.readTeacherFigures, on: desk.today).isEmpty
        // Who answers for a class or for lessons hears of these, and not of the files of the whole board.
        let hasOwn = !mayImport && (!classes.isEmpty || (ownFigures && !seesTeachers))
        let teacher = hasOwn && ownFigures ? desk.asker.staff : nil
        let lessons = try teacher.flatMap { try HomeOwn.lessons(of: $0, year, reach, figures, desk.house) }
        let ofClasses = hasOwn ? try HomeOwn.classes(focus, figures, desk.house) : []
        return HomeView(
            year: year,
            institutions: institutions,
            classes: classes,
            pupils: places(.pupil, works.pupils.map(\.rawValue), "/pupils/", names),
            figures: try HomeFigures.load(year, reach, institutions.map(\.id), desk, connection),
            ofOwn: ofClasses + [lessons].compactMap { $0 },
            batches: batches,
            needs: try focus.flatMap { try PupilNeeds.find($0, figures) }
                + SignalNeeds.find(desk, connection) + DutyNeeds.find(desk, connection)
                + CaseNeeds.find(desk, connection) + DateNeeds.find(desk, connection)
                + MeetingNeeds.find(desk, connection)
                + DoubleStays.find(desk, connection) + DuplicateNeeds.find(desk, connection),
            news: try focus.flatMap { try MonthNews.find($0, figures, today: desk.today) }
                + CaseNeeds.news(desk, connection) + (hasOwn ? [] : ImportNews.find(batches, desk)),
            mayImport: mayImport,
            mayAdminister: desk.asker.may(.administer, in: .tenant, on: desk.today),
            hasReports: !reach.isEmpty,
            joinsCases: !desk.asker.reach(.joinCases, on: desk.today).isEmpty,
            own: desk.asker.staff.map { "/teachers/\($0.rawValue)" },
            subjects: try taught(year, lookup, names, desk),
            lacksStaff: ownFigures && desk.asker.staff == nil && !seesTeachers
        )
    }

    /// The subjects that the reader teaches, as far as their pages open.
    private static func taught(
        _ year: SchoolYear,
        _ lookup: RegistryLookup,
        _ names: RegistryNames,
        _ desk: Desk
    ) throws -> [Place] {
        guard let staff = desk.asker.staff, !desk.asker.reach(.readFigures, on: desk.today).isEmpty else {
            return []
        }
        let ids = try lookup.subjectsTaught(by: staff, in: year)
        return names.sorted(.subject, ids).map {
            Place(id: $0, name: names.name(.subject, $0).lv, path: "/subjects/\($0)/year")
        }
    }

    private static func places(
        _ dimension: Dimension,
        _ ids: [Int],
        _ path: String,
        _ names: RegistryNames
    ) -> [Place] {
        names.sorted(dimension, ids).map {
            Place(id: $0, name: names.name(dimension, $0).lv, path: path + String($0))
        }
    }
}
