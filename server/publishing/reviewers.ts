import { InstitutionRole } from '../../schema/member-enums.js';
import type { MemberService } from '../auth/member.service.js';
import type { StoredMember } from '../knowledge/knowledge.document.js';
import type { Reviewers } from './review.service.js';

/** The editors of an institution may be asked to review. */
export class EditorsReview implements Reviewers {
  constructor(private readonly members: MemberService) {}

  async find(institution: string, member: string): Promise<StoredMember | null> {
    const found = await this.members.findById(member);
    if (!found || found.isDisabled) return null;
    const isEditor = found.memberships.some(
      (one) => one.institution === institution && one.role === InstitutionRole.EDITOR,
    );
    return isEditor ? { id: found._id, name: found.name } : null;
  }
}
