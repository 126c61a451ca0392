import Frame
import Kernel
import Registry

/// A place that is asked about apart: an institution, a class, or all that the asker reaches.
struct ComparedPlace {
    /// The institution that is asked about; nil where none was chosen.
    let institution: InstitutionID?
    /// The class; nil for the whole institution.
    var classGroup: ClassID?
    /// Classes that the report itself lays beside this one.
    var compared: [ClassID] = []
    /// The institution that a class is of, whether it was chosen or not.
    var home: InstitutionID?

    /// The places of a selection, as chosen.
    ///
    /// A class is of one institution, so that classes are beside a class, never whole institutions. A report lays classes
    /// of the same institution beside each other itself where it says so; one of another institution is always asked about
    /// apart, with that institution, as what may be seen there is told by that institution.
    static func all(
        _ selection: Selection,
        of report: any Report.Type,
        _ finder: FilterFinder
    ) throws -> [ComparedPlace] {
        guard let classGroup = selection.classGroup else {
            let institutions = [selection.institution] + selection.institutions.map { Optional($0) }
            var places = institutions.map { ComparedPlace(institution: $0) }
            if report.comparesClasses { places[0].compared = selection.compared }
            return places
        }
        let scopes = ScopeFinder(tenant: finder.desk.tenant, finder.connection)
        var own = ComparedPlace(institution: selection.institution, classGroup: classGroup)
        own.home = try selection.institution ?? scopes.scope(of: classGroup)?.institution
        // A pupil is of one class.
        guard report.filters.contains(.compared), selection.pupil == nil else { return [own] }
        var others: [ComparedPlace] = []
        for other in selection.compared {
            let home = try scopes.scope(of: other)?.institution
            guard !report.comparesClasses || home != own.home else {
                own.compared.append(other)
                continue
            }
            var place = ComparedPlace(
                institution: selection.institution == nil ? nil : home,
                classGroup: other
            )
            place.home = home
            others.append(place)
        }
        return [own] + others
    }

    /// What is asked about it in a year, by what its class was in other years; nil where nothing is known of the class in
    /// that year.
    func selection(
        _ asked: Selection,
        in year: SchoolYear,
        _ steps: [SchoolYear: ClassLine.Step]
    ) -> Selection? {
        var own = asked
        (own.institutions, own.years) = ([], [])
        own.institution = institution
        own.classGroup = classGroup
        own.year = year
        own.compared = year == asked.year ? compared : []
        guard classGroup != nil, year != asked.year else { return own }
        guard let step = steps[year] else { return nil }
        own.classGroup = step.classGroup
        if institution != nil { own.institution = step.institution }
        return own
    }
}
