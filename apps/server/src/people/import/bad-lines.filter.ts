import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type Language, languageFromHeader } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../../platform/http/problem.filter';
import { putIntoWords } from '../../platform/http/words';
import type { ProblemView } from './imports.dto';
import { BadLines } from './imports.service';
import type { LineProblem } from './read-line';

export const viewProblems = (problems: readonly LineProblem[], language: Language): ProblemView[] =>
  problems.map(({ line, column, code, details }) => {
    const words = putIntoWords({ code, details }, language);
    return {
      line,
      column,
      code,
      details: { ...details },
      what: words?.what ?? code,
      cure: words?.cure ?? '',
    };
  });

/** RFC 9457 allows a problem to have additional members: here the lines that are not valid. */
@Catch(BadLines)
export class BadLinesFilter implements ExceptionFilter<BadLines> {
  catch(fault: BadLines, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const language = languageFromHeader(request.headers['accept-language']);
    const problem = problemOf(fault, language, request.url);
    http
      .getResponse<FastifyReply>()
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .send({ ...problem, problems: viewProblems(fault.problems, language) });
  }
}
