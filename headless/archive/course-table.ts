/** What is kept of donors' courses. */
export interface CourseTables {
  readonly observations: ObservationTable;
  readonly course_templates: CourseTemplateTable;
  readonly course_exports: CourseExportTable;
}

/** One observation of a donor (core/study/course/observation.ts), or the voiding of one; `body` is JSON. */
interface ObservationTable {
  seq: number;
  id: string;
  donor: string;
  /** ISO date. */
  on: string;
  body: string;
  by: string;
  at: string;
}

/** How a hospital's table is read (core/study/course/course-template.ts); `body` is JSON. */
interface CourseTemplateTable {
  name: string;
  body: string;
  by: string;
  at: string;
}

/** A file that was written of a donor's course. */
interface CourseExportTable {
  seq: number;
  donor: string;
  /** The name of the file, without its folder. */
  what: string;
  /** By how many whole weeks its dates were moved; null where they are true. The same for a donor each time. */
  weeks: number | null;
  /** Free text went with it: 0 or 1. */
  texts: number;
  by: string;
  at: string;
}
