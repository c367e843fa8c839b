import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { ZodValidationException } from 'nestjs-zod';
import { z } from 'zod';
import { id, lineOfText } from './fields';

/** A reference to the id's description, for the API's document. */
const idReference = { $ref: '#/components/schemas/Id' };

/**
 * An id in the path, `:id` unless it has another name.
 * @throws ZodValidationException for anything but a UUID: REQUEST.INVALID, which names the parameter
 */
export const PathId = (name = 'id'): ParameterDecorator => fromPath(name, id(), idReference);

const LONGEST_CODE = 40;

/** A code that people chose, such as that of a category, in the path. @throws ZodValidationException when it is too long */
export const PathCode = (name = 'code'): ParameterDecorator =>
  fromPath(name, lineOfText(LONGEST_CODE), { type: 'string', minLength: 1, maxLength: LONGEST_CODE });

/** Any other text in the path; the router accepts 100 characters at most. */
export const PathText = (name: string): ParameterDecorator => fromPath(name, z.string(), { type: 'string' });

function fromPath(name: string, schema: z.ZodType<string>, description: object): ParameterDecorator {
  const field = z.object({ [name]: schema });
  const pipe: PipeTransform<string, string> = {
    transform(value) {
      const read = field.safeParse({ [name]: value });
      if (!read.success) throw new ZodValidationException(read.error);
      return String(read.data[name]);
    },
  };
  return (target, method, index) => {
    if (method === undefined) throw new Error(`${name} is a parameter of a handler`);
    Param(name, pipe)(target, method, index);
    const handler = Object.getOwnPropertyDescriptor(target, method);
    if (handler) ApiParam({ name, schema: description })(target, method, handler);
  };
}
