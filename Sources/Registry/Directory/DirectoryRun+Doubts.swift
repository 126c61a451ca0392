package import Frame
package import Kernel

/// What lines say of pupils who were found, and what a person should look at.
extension DirectoryRun {
    /// Reports that a pupil who was found by a code is not called as the line has it: the code may be another's.
    package func doubtOtherName(_ pupil: PupilID, _ name: String, at place: SourcePlace) {
        guard !foundByName, !directory.pupils.isCalled(pupil, search(name)) else { return }
        doubt(.pupilNamedOtherwise, name, of: pupil, at: place)
    }

    /// Reports that the source is about to move a pupil from another class of the same year.
    ///
    /// It is asked before `enrol`. A stay in a class of an earlier year, which nobody ended, is no such thing: a new
    /// year begins.
    package func doubtMove(
        _ pupil: PupilID,
        _ name: String,
        to classID: ClassID,
        of institution: InstitutionID,
        _ year: SchoolYear,
        at place: SourcePlace
    ) {
        let stays = directory.enrolments(of: pupil)
        // The day of the move is known by then, and stays as it is.
        guard !stays.contains(where: { $0.institution == institution && $0.classGroup == classID }) else {
            return
        }
        let isOfAnother = stays.contains { stay in
            stay.institution == institution && stay.covers(year.first) && stay.classGroup != classID
                && directory.classes[stay.classGroup]?.year == year
        }
        if isMaster, isOfAnother { doubt(.pupilMoves, name, of: pupil, at: place) }
    }

    /// Reports that a pupil does not learn in the class at the time that a line is about.
    package func doubtClass(_ pupil: PupilID, _ name: String, at place: SourcePlace) {
        doubt(.pupilOfAnotherClass, name, of: pupil, at: place)
    }
}
