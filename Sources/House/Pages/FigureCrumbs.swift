import Frame
import Kernel
import Pages
import Registry
import Storage

/// The way back from a figure: the institution, class and pupil it is about, as far as the reader may open their pages,
/// or else the reports.
struct FigureCrumbs {
    let crumbs: [PageContent.Crumb]
    /// The pupil whom they name.
    let pupil: PupilID?

    init(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ names: HouseNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let asked = selection.members.merging(members) { _, member in member }
        let finder = ScopeFinder(tenant: desk.tenant, connection)
        func may(_ permission: Permission, _ scope: Scope?) -> Bool {
            scope.map { desk.asker.may(permission, in: $0, on: desk.today) } ?? false
        }
        var crumbs: [PageContent.Crumb] = []
        var named: PupilID?
        if let place = asked[.institution],
            may(.readFigures, try finder.scope(of: InstitutionID(rawValue: place)))
        {
            let address = Address("/institutions/\(place)").adding("year", selection.year.description)
            crumbs.append(PageContent.Crumb(names.name(.institution, place), address.text))
        }
        if let group = asked[.classGroup], may(.readPupils, try finder.scope(of: ClassID(rawValue: group))) {
            crumbs.append(PageContent.Crumb(names.name(.classGroup, group), "/classes/\(group)"))
        }
        if let pupil = asked[.pupil],
            may(.readPupils, try finder.scope(of: PupilID(rawValue: pupil), on: desk.today))
        {
            named = PupilID(rawValue: pupil)
            crumbs.append(PageContent.Crumb(names.name(.pupil, pupil), "/pupils/\(pupil)"))
        }
        pupil = named
        self.crumbs = crumbs.isEmpty ? [PageContent.Crumb(ReportsPage.title, "/reports")] : crumbs
    }
}
